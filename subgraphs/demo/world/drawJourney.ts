import type { Origin } from '../names/origins';
import { daysToAssignment, stageWeights } from './rates';
import type { Journey, Stage } from './life';
import type { Random } from './random';
import { weighted, type Draw } from './weighted';
import type { WorldClock } from './worldClock';

export interface JourneyDraws {
  readonly origin: Draw<Origin>;
  readonly stage: Draw<Stage>;
  readonly municipality: Draw<string>;
}

export function createJourneyDraws(origins: readonly Origin[], municipality: Draw<string>): JourneyDraws {
  return {
    origin: weighted(origins.map((origin) => [origin, origin.weight] as const)),
    stage: weighted(stageWeights),
    municipality,
  };
}

/** @param bornOn the day the eldest was born: whoever arrives unaccompanied does so before the 18th birthday */
export function drawJourney(draws: JourneyDraws, bornOn: number, clock: WorldClock, random: Random): Journey {
  const drawn = draws.stage(random);
  const stage = bornOn <= clock.adultBorn ? 'ASSIGNED' : drawn;
  const arrivedOn = drawArrival(stage, bornOn, clock, random);
  const arrivalMunicipality = draws.municipality(random);
  const inTurn = draws.municipality(random);
  const on = Math.min(clock.today, arrivedOn + 1 + random.below(daysToAssignment));
  const assignment = stage === 'ASSIGNED' ? { municipality: inTurn, on } : null;
  return {
    origin: draws.origin(random),
    stage,
    arrivedOn,
    arrivalMunicipality,
    assignment,
    ...drawDecision(clock.today - arrivedOn, clock, random),
  };
}

function drawArrival(stage: Stage, bornOn: number, clock: WorldClock, random: Random): number {
  if (stage === 'ARRIVAL') return clock.today - random.below(daysToAssignment);
  // Unassigned and closed: gone within days of arrival, and the case kept open for three months after that.
  const [shortest, longest] = stage === 'UNASSIGNED_CLOSED' ? [130, 500] : [daysToAssignment + 3, 2_000];
  const days = Math.max(shortest, Math.min(longest, Math.round(random.lognormal(330, 0.8))));
  const lastAsChild = bornOn + daysUntilEighteen - 30 - random.below(500);
  return Math.min(clock.today - days, lastAsChild);
}

const daysUntilEighteen = 6_574;

function drawDecision(
  daysHere: number,
  clock: WorldClock,
  random: Random,
): Pick<Journey, 'decision' | 'decidedOn'> {
  const takes = Math.max(60, Math.round(random.lognormal(300, 0.5)));
  const decision = random.chance(0.6) ? 'GRANTED' : 'REFUSED';
  return takes >= daysHere
    ? { decision: 'PENDING', decidedOn: null }
    : { decision, decidedOn: clock.today - daysHere + takes };
}
