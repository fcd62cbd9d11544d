import type { AsylumCaseRecord, MigrationRecord, NameRecord } from '../../migration/records';
import { drawName, drawSharedName } from '../names/drawName';
import { writeByEar, writeNative, writeRegistered } from '../names/writeName';
import type { Life } from './life';
import { dossierNumber, lmaNumber } from './numbers';
import type { Random } from './random';
import { dayOf, type WorldClock } from './worldClock';

/** What the Migration Agency holds; null for a child that never applied for asylum. */
export function toMigrationRecord(life: Life, clock: WorldClock, random: Random): MigrationRecord | null {
  if (life.journey.stage === 'NEVER_APPLIED') return null;
  const arrived = clock.day(life.journey.arrivedOn);
  return {
    id: life.id,
    protectedIdentity: life.protectedIdentity,
    dossierNumber: dossierNumber(life.seed, life.index),
    lmaNumber: random.chance(0.8) ? lmaNumber(life.seed, life.index) : null,
    birthDate: clock.day(life.bornOn),
    sex: life.sex,
    citizenship: life.journey.origin.citizenship,
    arrivalMunicipality: life.journey.arrivalMunicipality,
    phones: life.phone ? [life.phone] : [],
    names: namesOf(life, arrived, random),
    birthDateClaims: birthDateClaimsOf(life, arrived, clock, random),
    ageDecisions: ageDecisionsOf(life, clock),
    languages: life.journey.origin.languages
      .slice(0, random.chance(0.3) ? 2 : 1)
      .map((code) => ({ code, interpreterNeeded: random.chance(0.85) })),
    assignments: assignmentsOf(life, clock, random),
    asylumCases: [asylumCaseOf(life, clock, random)],
  };
}

function namesOf(life: Life, arrived: string, random: Random): NameRecord[] {
  const { culture } = life.journey.origin;
  const names: NameRecord[] = [{ ...writeRegistered(life.name), kind: 'REGISTERED' }];
  const native = random.chance(0.6) ? writeNative(life.name) : null;
  if (native) names.push({ ...native, kind: 'REGISTERED' });
  const stated = { kind: 'STATED', statedBy: 'MIGRATION_AGENCY', statedOn: arrived } as const;
  if (random.chance(0.2)) names.push({ ...writeByEar(life.name, culture.chain, random), ...stated });
  if (random.chance(0.03)) {
    const other = drawName(culture, life.sex, drawSharedName(culture, random), random);
    names.push({ ...writeRegistered(other), ...stated });
  }
  return names;
}

function birthDateClaimsOf(life: Life, arrived: string, clock: WorldClock, random: Random): Claims {
  if (!random.chance(0.07)) return [];
  const years = random.pick([-2, -1, 1, 2, 3]);
  const date = clock.day(life.bornOn + Math.round(years * 365.25) + random.below(60));
  return [{ date, kind: 'STATED', statedBy: 'MIGRATION_AGENCY', statedOn: arrived }];
}

type Claims = MigrationRecord['birthDateClaims'];

function ageDecisionsOf(life: Life, clock: WorldClock): MigrationRecord['ageDecisions'] {
  if (life.adultDecidedOn === null) return [];
  const decidedOn = clock.day(life.adultDecidedOn);
  const provisional = life.journey.decision === 'PENDING';
  return [{ authority: 'MIGRATION_AGENCY', adult: true, decidedOn, method: 'OVERALL', provisional }];
}

function assignmentsOf(life: Life, clock: WorldClock, random: Random): MigrationRecord['assignments'] {
  if (!life.journey.assignment) return [];
  const { municipality, on } = life.journey.assignment;
  const ground = random.chance(0.2) ? 'NEAR_RELATIVE' : 'NEXT_IN_TURN';
  return [{ municipality, assignedOn: clock.day(on), ground, endedOn: null }];
}

/** The agency closes a case when it decides, or once an absconding is established (NB). */
function asylumCaseOf(life: Life, clock: WorldClock, random: Random): AsylumCaseRecord {
  const last = life.episodes.at(-1);
  const gone = last && last.returnedAt === null ? dayOf(last.from) + 30 : null;
  const givenUp =
    life.journey.decision === 'PENDING' && gone !== null && gone < clock.today && random.chance(0.5);
  const endedOn = givenUp ? gone : life.journey.decidedOn;
  const appealPending = life.journey.decision === 'REFUSED' && random.chance(0.3);
  const open = endedOn === null || appealPending;
  return {
    status: open ? 'OPEN' : 'CLOSED',
    decision: givenUp ? 'DISCONTINUED' : life.journey.decision,
    decidedOn: endedOn === null ? null : clock.day(endedOn),
    appealPending,
    lmaEntitled: life.journey.decision !== 'GRANTED',
    openedOn: clock.day(life.journey.arrivedOn),
    closedOn: open ? null : clock.day(endedOn),
  };
}
