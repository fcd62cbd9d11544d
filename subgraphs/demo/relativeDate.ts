import { isUnknownDay } from '../shared/matching';
import { addDaysToDate, addHours, addMonthsToDate, instantOf, localDate } from '../shared/time/stockholm';

/** A distance from the moment of loading: years, months, days and hours in that order, e.g. `-17y9mo`, `-20h`, `+2d`. */
export type RelativeDate = string;

interface Distance {
  readonly months: number;
  readonly days: number;
  readonly hours: number;
}

const pattern = /^([+-])(?=\d)(?:(\d+)y)?(?:(\d+)mo)?(?:(\d+)d)?(?:(\d+)h)?$/;

/**
 * The day in Stockholm's calendar, YYYY-MM-DD. Years and months first, clamped at the month's end, then days:
 * `-18y1d` is the day before the day on which somebody born would turn 18 today.
 * @throws RangeError for another notation, or for hours, which no day has
 */
export function resolveDay(relative: RelativeDate, now: Date): string {
  const { months, days, hours } = readDistance(relative);
  if (hours !== 0) throw new RangeError(`A day cannot be given in hours: ${relative}`);
  return addDaysToDate(addMonthsToDate(localDate(now), months), days);
}

/**
 * The same of a birth; the day before where that would be a first of January, which is mostly written when the day is
 * unknown: by such a date nobody is found.
 * @throws RangeError as `resolveDay` does
 */
export function resolveBirthDate(relative: RelativeDate, now: Date): string {
  const day = resolveDay(relative, now);
  return isUnknownDay(day) ? addDaysToDate(day, -1) : day;
}

/**
 * The instant: hours are elapsed hours from now; anything longer is that day at a time of day in Stockholm.
 * @param time HH:MM, for distances without hours
 */
export function resolveInstant(relative: RelativeDate, now: Date, time: string): Date {
  const { months, days, hours } = readDistance(relative);
  if (months === 0 && days === 0) return addHours(now, hours);
  return addHours(instantOf(addDaysToDate(addMonthsToDate(localDate(now), months), days), time), hours);
}

function readDistance(relative: RelativeDate): Distance {
  const parts = pattern.exec(relative);
  if (!parts) throw new RangeError(`Not a relative date such as -17y9mo or -20h: ${relative}`);
  const sign = parts[1] === '-' ? -1 : 1;
  const [years, months, days, hours] = parts.slice(2).map((part) => sign * Number(part ?? 0)) as Quadruple;
  return { months: 12 * years + months, days, hours };
}

type Quadruple = [number, number, number, number];
