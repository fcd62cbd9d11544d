import { ageWeights, firstOfJanuaryShare } from './rates';
import type { Random } from './random';
import { weighted } from './weighted';
import { firstOfYear, type WorldClock } from './worldClock';

const drawAge = weighted(ageWeights);
const daysPerYear = 365.2425;

/** A birth day as registered. */
export function drawBirth(clock: WorldClock, random: Random): number {
  const exact = clock.today - Math.floor((drawAge(random) + random.next()) * daysPerYear);
  if (!random.chance(firstOfJanuaryShare)) return exact;
  const nominal = firstOfYear(exact);
  return nominal > clock.adultBorn ? nominal : exact; // making an adult of a child takes a decision
}

/** The birth day of a brother or sister, at least ten months apart, no younger than twelve; null when none fits. */
export function drawSiblingBirth(elder: number, clock: WorldClock, random: Random): number | null {
  const bornOn = elder + 300 + random.below(900);
  return bornOn <= clock.today - Math.ceil(12 * daysPerYear) ? bornOn : null;
}
