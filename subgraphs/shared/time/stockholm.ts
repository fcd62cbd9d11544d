import { DateTime, IANAZone } from 'luxon';

/*
 * Calendar arithmetic in Europe/Stockholm. Plans and statutes count local days and calendar months; instants stay
 * UTC everywhere else. A period of months or years ends on the day with the same number, or on the last day of the
 * month when that month has no such day (lag 1930:173 1 §): 30 November + 3 months is the last day of February,
 * and who is born on 29 February comes of age on 28 February in a year without a leap day.
 */

const quarter = 15 * 60_000;
const mostRemembered = 10_000;

/** Since 1900 clocks have changed on whole quarters only, and asking Intl for the offset is what takes the time. */
class RememberedZone extends IANAZone {
  readonly #offsets = new Map<number, number>();

  override offset(at: number): number {
    const key = Math.floor(at / quarter);
    const known = this.#offsets.get(key);
    if (known !== undefined) return known;
    const offset = super.offset(at);
    if (this.#offsets.size >= mostRemembered) this.#offsets.clear();
    this.#offsets.set(key, offset);
    return offset;
  }
}

const stockholm = new RememberedZone('Europe/Stockholm');

/** Which of the two instants is meant when the clock shows the same hour twice (the last Sunday of October). */
export type Repeated = 'FIRST' | 'SECOND';

/** The local calendar date of an instant, YYYY-MM-DD. */
export function localDate(at: Date): string {
  return zoned(at).toISODate()!;
}

/** The instant that many calendar months later, at the same time of day, clamped at the month's end. */
export function addMonths(at: Date, months: number): Date {
  return zoned(at).plus({ months }).toJSDate();
}

/** The instant that many calendar days later, at the same time of day, whatever the clock change in between. */
export function addDays(at: Date, days: number): Date {
  return zoned(at).plus({ days }).toJSDate();
}

/** Elapsed hours, so that 24 hours are 24 hours on the nights of the clock change too. */
export function addHours(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}

/** The date that many calendar months later, clamped at the month's end. */
export function addMonthsToDate(date: string, months: number): string {
  return civil(date).plus({ months }).toISODate()!;
}

export function addDaysToDate(date: string, days: number): string {
  // A date alone is read as midnight UTC, where every day has 24 hours.
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Midnight, local time, at which the date begins. */
export function startOfDay(date: string): Date {
  return DateTime.fromISO(date, { zone: stockholm }).startOf('day').toJSDate();
}

/** The midnight at which the date is over. */
export function endOfDay(date: string): Date {
  return startOfDay(addDaysToDate(date, 1));
}

/**
 * The instant at which the clocks of Stockholm show that time.
 * A time that the clock skips in March is the moment of the change itself or as long after it.
 */
export function instantOf(date: string, time: string, repeated: Repeated = 'FIRST'): Date {
  const some = DateTime.fromISO(`${date}T${time}`, { zone: stockholm });
  const both = some.getPossibleOffsets().map((each) => each.toMillis());
  return new Date(repeated === 'FIRST' ? Math.min(...both) : Math.max(...both));
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** Whole years on that date. */
export function ageOn(birthDate: string, date: string): number {
  const years = civil(date).year - civil(birthDate).year;
  return date < addMonthsToDate(birthDate, 12 * years) ? years - 1 : years;
}

/** The local midnight at which the person comes of age. */
export function startOfEighteenthBirthday(birthDate: string): Date {
  return startOfDay(addMonthsToDate(birthDate, 12 * 18));
}

/** Eighteen or older at that instant, by that birth date. */
export function isAdultByBirthDate(birthDate: string, at: Date): boolean {
  return at >= startOfEighteenthBirthday(birthDate);
}

function zoned(at: Date): DateTime {
  return DateTime.fromJSDate(at, { zone: stockholm });
}

/** A date without a clock, held in UTC so that no clock change can touch it. */
function civil(date: string): DateTime {
  const parsed = DateTime.fromISO(date, { zone: 'utc' });
  if (!parsed.isValid) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${date}`);
  return parsed;
}
