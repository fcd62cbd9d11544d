import {
  bornWhenAged,
  isDay,
  overlaps,
  swapDayAndMonth,
  widenByYears,
  wholeYear,
  type DayInterval,
} from './calendar';
import type { Finding } from './comparison';
import type { BirthDateClaim } from './identityRecord';
import type { Model } from './matchingModel';
import { isOneSlip } from './normaliseNumbers';

/**
 * Compares a stated birth date with one claim; null when the claim says nothing.
 *
 * @param rare The date is an adult's: few in a register of minors share it, so agreement says more.
 */
export function compareBirthDate(
  stated: string,
  rare: boolean,
  claim: BirthDateClaim,
  model: Model,
): Finding | null {
  if (claim.date && isDay(claim.date)) {
    const days = compareDays(stated, claim.date, model);
    return rare && days.level !== 'DIFFERENT'
      ? { ...days, weight: days.weight + model.births.rareDate }
      : days;
  }
  const interval = birthInterval(claim);
  if (!interval) return null;
  const { YEAR_ONLY, STATED_AGE, NEAR_YEAR, OTHER_DATE } = model.births;
  const day = { from: stated, to: stated };
  const detail = claim.year == null ? 'STATED_AGE' : 'YEAR_ONLY';
  if (overlaps(interval, day)) return finding('CLOSE', detail, claim.year == null ? STATED_AGE : YEAR_ONLY);
  if (overlaps(widenByYears(interval, 1), day)) return finding('DIFFERENT', 'NEAR_YEAR', NEAR_YEAR);
  return finding('DIFFERENT', 'OTHER_DATE', OTHER_DATE);
}

/** Compares the days on which someone of the stated age was born with one claim; null when it says nothing. */
export function compareAge(bornBetween: DayInterval, claim: BirthDateClaim, model: Model): Finding | null {
  const held = birthInterval(claim);
  if (!held) return null;
  const { SAME_AGE, ONE_YEAR_OFF, TWO_YEARS_OFF, OTHER_AGE } = model.age;
  if (overlaps(bornBetween, held)) return finding('EXACT', 'SAME_AGE', SAME_AGE);
  if (overlaps(widenByYears(bornBetween, 1), held)) return finding('CLOSE', 'ONE_YEAR_OFF', ONE_YEAR_OFF);
  if (overlaps(widenByYears(bornBetween, 2), held))
    return finding('DIFFERENT', 'TWO_YEARS_OFF', TWO_YEARS_OFF);
  return finding('DIFFERENT', 'OTHER_AGE', OTHER_AGE);
}

/** The days on which a claim places the birth. */
export function birthInterval({ date, year, statedAge, statedOn }: BirthDateClaim): DayInterval | null {
  if (date && isDay(date)) return { from: date, to: date };
  if (year != null) return wholeYear(year);
  return statedAge != null && statedOn && isDay(statedOn) ? bornWhenAged(statedAge, statedOn) : null;
}

function compareDays(stated: string, held: string, model: Model): Finding {
  const { births } = model;
  if (stated === held) {
    return finding('EXACT', 'SAME_DATE', isUnknownDay(held) ? births.EXACT_FIRST_OF_YEAR : births.EXACT);
  }
  const sameYear = stated.slice(0, 4) === held.slice(0, 4);
  if (swapDayAndMonth(stated) === held) return finding('CLOSE', 'DAY_MONTH_SWAP', births.DAY_MONTH_SWAP);
  if (sameYear && (isUnknownDay(stated) || isUnknownDay(held)))
    return finding('CLOSE', 'YEAR_ONLY', births.YEAR_ONLY);
  const yearsApart = Math.abs(Number(stated.slice(0, 4)) - Number(held.slice(0, 4)));
  if (yearsApart === 1 && stated.slice(4) === held.slice(4) && !isUnknownDay(held)) {
    return finding('CLOSE', 'YEAR_OFF_BY_ONE', births.YEAR_OFF_BY_ONE);
  }
  if (isOneSlip(stated, held) && !isUnknownDay(held)) return finding('CLOSE', 'ONE_SLIP', births.ONE_SLIP);
  if (sameYear) return finding('DIFFERENT', 'SAME_YEAR', births.SAME_YEAR);
  if (yearsApart === 1) return finding('DIFFERENT', 'NEAR_YEAR', births.NEAR_YEAR);
  return finding('DIFFERENT', 'OTHER_DATE', births.OTHER_DATE);
}

/** A first of January is mostly the day that is written when the day is unknown. */
export function isUnknownDay(date: string): boolean {
  return date.endsWith('-01-01');
}

function finding(level: Finding['level'], detail: string, weight: number): Finding {
  return { level, detail, weight };
}
