import { DateTime } from 'luxon';

/**
 * Whether Swedish offices are closed on that date although it may be a weekday: the public holidays (lag 1989:253)
 * and the eves that count as such for time limits (lag 1930:173 2 §: Midsummer, Christmas and New Year's Eve).
 */
export function isHoliday(date: string): boolean {
  const monthAndDay = date.slice(5);
  return fixed.has(monthAndDay) || movableIn(Number(date.slice(0, 4))).has(monthAndDay);
}

const fixed = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']);

const years = new Map<number, Set<string>>();

/** Worked out once for each year: every office in the directory asks for the same few days. */
function movableIn(year: number): Set<string> {
  const known = years.get(year) ?? movable(year);
  years.set(year, known);
  return known;
}

function movable(year: number): Set<string> {
  const easter = easterSunday(year);
  const fromEaster = [-2, 0, 1, 39, 49].map((days) => easter.plus({ days }));
  const midsummerEve = nextWeekday(year, 6, 19, 5);
  const allSaints = nextWeekday(year, 10, 31, 6);
  return new Set(
    [...fromEaster, midsummerEve, midsummerEve.plus({ days: 1 }), allSaints].map((day) =>
      day.toFormat('MM-dd'),
    ),
  );
}

/** The first such weekday on or after the date. */
function nextWeekday(year: number, month: number, day: number, weekday: number): DateTime {
  const from = DateTime.utc(year, month, day);
  return from.plus({ days: (weekday - from.weekday + 7) % 7 });
}

/** The Gregorian computus in Butcher's form (Nature, 20 April 1876). */
function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return DateTime.utc(year, Math.floor(sum / 31), (sum % 31) + 1);
}
