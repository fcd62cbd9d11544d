/** Two days, `YYYY-MM-DD`, both included. */
export interface DayInterval {
  from: string;
  to: string;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text)?.map(Number) ?? [];
  return day! >= 1 && month! >= 1 && month! <= 12 && day! <= daysInMonth(year!, month!);
}

/** The days on which someone was born who is `age` whole years old on `day`. */
export function bornWhenAged(age: number, day: string): DayInterval {
  return { from: addDays(addYears(day, -age - 1), 1), to: addYears(day, -age) };
}

/** Widens an interval by whole years at both ends. */
export function widenByYears(interval: DayInterval, years: number): DayInterval {
  return { from: addYears(interval.from, -years), to: addYears(interval.to, years) };
}

/** Whether the two intervals share a day. */
export function overlaps(one: DayInterval, other: DayInterval): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** All days of a year. */
export function wholeYear(year: number): DayInterval {
  const digits = String(year).padStart(4, '0');
  return { from: `${digits}-01-01`, to: `${digits}-12-31` };
}

/** The date with day and month exchanged, or null when no such other day exists. */
export function swapDayAndMonth(date: string): string | null {
  const swapped = `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`;
  return swapped !== date && isDay(swapped) ? swapped : null;
}

/** The same day so many years later; 29 February falls back to the 28th. */
function addYears(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const moved = year + years;
  return format(moved, month, Math.min(date, daysInMonth(moved, month)));
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function format(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
