import type { DemoChild } from './demoChild';
import { drawSharedName } from './names/drawName';
import { readOrigins } from './names/origins';
import { createAwayRisk } from './world/awayRisk';
import { drawBirth, drawSiblingBirth } from './world/drawBirth';
import { createJourneyDraws, drawJourney } from './world/drawJourney';
import { drawLife, type World } from './world/drawLife';
import { toGuardianshipRecord } from './world/guardianshipRecord';
import type { Life } from './world/life';
import { toMigrationRecord } from './world/migrationRecord';
import { createMunicipalityDraw } from './world/municipalities';
import { toMunicipalityRecord } from './world/municipalityRecord';
import { largestSeed, largestWorld } from './world/numbers';
import { toPoliceRecord } from './world/policeRecord';
import { Random } from './world/random';
import { companyWeights } from './world/rates';
import { weighted } from './world/weighted';
import { createWorldClock } from './world/worldClock';

export interface WorldOptions {
  /** Up to ten million. */
  readonly children: number;
  /** 1 to 99,999. Another seed is another world: no id or number of one occurs in the other. */
  readonly seed: number;
  readonly now: Date;
}

/**
 * Synthetic children, the same for the same options. Can be walked any number of times; every walk draws the children
 * anew, so that a world of any size takes no memory. An agency's record is made when it is read.
 * @throws RangeError when the options are outside their bounds
 */
export function generateWorld(options: WorldOptions): Iterable<DemoChild> {
  assertWhole('children', options.children, 0, largestWorld);
  assertWhole('seed', options.seed, 1, largestSeed);
  return {
    *[Symbol.iterator]() {
      const [world, random] = [createWorld(options), new Random(options.seed)];
      const families = drawFamilies(world, random);
      for (let index = 0; index < options.children; index += 1) {
        yield toDemoChild(families.next().value, world);
      }
    },
  };
}

function assertWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, got ${value}`);
}

interface DrawnWorld extends World {
  readonly origins: ReturnType<typeof readOrigins>;
}

function createWorld({ seed, now }: WorldOptions): DrawnWorld {
  const origins = readOrigins();
  const municipality = createMunicipalityDraw();
  return { seed, clock: createWorldClock(now), origins, awayRisk: createAwayRisk(origins), municipality };
}

/** Child after child without end; brothers and sisters follow each other. */
function* drawFamilies(world: DrawnWorld, random: Random): Generator<Life, never> {
  const draws = createJourneyDraws(world.origins, world.municipality);
  const company = weighted(companyWeights);
  for (let index = 0; ;) {
    const eldest = drawBirth(world.clock, random);
    const journey = drawJourney(draws, eldest, world.clock, random);
    const shared = drawSharedName(journey.origin.culture, random);
    for (const bornOn of drawBirths(company(random), eldest, world, random)) {
      yield drawLife(world, index, journey, shared, bornOn, random);
      index += 1;
    }
  }
}

function drawBirths(
  company: (typeof companyWeights)[number][0],
  eldest: number,
  { clock }: World,
  random: Random,
): number[] {
  switch (company) {
    case 'ALONE':
      return [eldest];
    case 'TWIN':
      return [eldest, eldest];
    case 'SIBLINGS': {
      const second = drawSiblingBirth(eldest, clock, random);
      return second === null ? [eldest] : [eldest, second];
    }
  }
}

/** Each agency's details come from a stream of their own, so that one can be read without the others. */
function toDemoChild(life: Life, { seed, clock, municipality }: World): DemoChild {
  const stream = (agency: number): Random => new Random(seed, life.index * 4 + agency + 1);
  return {
    key: `world-${seed}-${life.index}`,
    id: life.id,
    get migration() {
      return toMigrationRecord(life, clock, stream(0));
    },
    get municipality() {
      return toMunicipalityRecord(life, clock, stream(1));
    },
    get police() {
      return toPoliceRecord(life, clock, municipality, stream(2));
    },
    get guardianship() {
      return toGuardianshipRecord(life, clock, stream(3));
    },
  };
}
