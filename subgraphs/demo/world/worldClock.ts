import { addMonthsToDate, localDate } from '../../shared/time/stockholm';

/** The moment a world is generated for. Days are counted from 1 January 1970; adding to a count is adding days. */
export interface WorldClock {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly today: number;
  /** Whoever was born on this day or before has come of age. */
  readonly adultBorn: number;
  /** YYYY-MM-DD */
  day(count: number): string;
}

const msPerDay = 86_400_000;

export function createWorldClock(now: Date): WorldClock {
  const today = localDate(now);
  const written: string[] = [];
  return {
    now: now.getTime(),
    today: countDays(today),
    adultBorn: countDays(addMonthsToDate(today, -12 * 18)),
    // A world of a hundred thousand children has a few thousand days.
    day: (count) => (written[count] ??= new Date(count * msPerDay).toISOString().slice(0, 10)),
  };
}

function countDays(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / msPerDay;
}

/** The first day of the year in which the day lies. */
export function firstOfYear(count: number): number {
  return Date.UTC(new Date(count * msPerDay).getUTCFullYear(), 0, 1) / msPerDay;
}

/** Noon of a day, as an instant: far enough from midnight to be the same day in Stockholm. */
export function noonOf(count: number): number {
  return count * msPerDay + msPerDay / 2;
}

export function dayOf(instant: number): number {
  return Math.floor(instant / msPerDay);
}

export function toInstant(instant: number): string {
  return new Date(instant).toISOString();
}
