import { drawName, type SharedName } from '../names/drawName';
import { opaqueId } from '../opaqueId';
import type { AwayRisk } from './awayRisk';
import { drawEpisodes } from './drawEpisodes';
import type { Away, Journey, Life } from './life';
import { phoneNumber } from './numbers';
import type { Random } from './random';
import { adultDecisionShare, girlShare, protectedShare } from './rates';
import type { Draw } from './weighted';
import { dayOf, noonOf, type WorldClock } from './worldClock';

/** What a life is drawn with; the same for all lives of a world. */
export interface World {
  readonly seed: number;
  readonly clock: WorldClock;
  readonly awayRisk: AwayRisk;
  readonly municipality: Draw<string>;
}

/** One child of a family. */
export function drawLife(
  world: World,
  index: number,
  journey: Journey,
  shared: SharedName,
  bornOn: number,
  random: Random,
): Life {
  const { clock } = world;
  const sex = random.chance(girlShare) ? 'FEMALE' : 'MALE';
  const adult = bornOn <= clock.adultBorn;
  const home = journey.assignment?.municipality ?? journey.arrivalMunicipality;
  const since = journey.assignment?.on ?? journey.arrivedOn;
  const raised = !adult && journey.stage === 'ASSIGNED' && random.chance(adultDecisionShare);
  const span = { from: Math.min(noonOf(since), clock.now - 6 * 3_600_000), to: clock.now };
  const known = journey.stage !== 'NEVER_APPLIED';
  const risk = journey.stage === 'UNASSIGNED_CLOSED' ? 0.9 : world.awayRisk(sex, home, journey.origin);
  const episodes = known ? drawEpisodes(risk, span, random) : [];
  return {
    journey,
    seed: world.seed,
    index,
    id: opaqueId('world', world.seed, index),
    sex,
    name: drawName(journey.origin.culture, sex, shared, random),
    bornOn,
    adult,
    adultDecidedOn: raised ? clock.today - random.below(clock.today - since) : null,
    protectedIdentity: random.chance(protectedShare),
    phone: random.chance(0.55) ? phoneNumber(index) : null,
    placedIn: known ? drawPlace(world, home, random) : null,
    episodes,
    caseClosedOn: drawClosing(journey, episodes, adult, clock, random),
  };
}

/** Most live where they are assigned, some are placed in another municipality. */
function drawPlace(world: World, home: string, random: Random): string | null {
  if (!random.chance(0.95)) return null;
  return random.chance(0.08) ? world.municipality(random) : home;
}

/** No case is closed within three months of an absconding (NB, STH); some are, after that. */
function drawClosing(
  { stage, arrivedOn }: Journey,
  episodes: readonly Away[],
  adult: boolean,
  clock: WorldClock,
  random: Random,
): number | null {
  const last = episodes.at(-1);
  const goneSince = last && last.returnedAt === null ? dayOf(last.from) : null;
  const earliest = Math.max(goneSince === null ? 0 : goneSince + 93, arrivedOn + 30);
  const mayClose = earliest < clock.today && (goneSince !== null || adult || stage === 'UNASSIGNED_CLOSED');
  const closes = random.chance(stage === 'UNASSIGNED_CLOSED' ? 1 : 0.45);
  return mayClose && closes ? clock.today - random.below(Math.min(400, clock.today - earliest)) : null;
}
