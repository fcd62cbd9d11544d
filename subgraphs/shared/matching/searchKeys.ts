import { birthInterval, isUnknownDay } from './compareBirth';
import type { IdentityRecord } from './identityRecord';
import { outlineKeys, pairKeys } from './nameKeys';
import { prepareRecord, type PreparedRecord } from './prepareRecord';

/** Bounds what one record costs the index. */
const MOST_KEYS = 160;
/** Stands for the year of a record that holds no birth at all. */
export const NO_YEAR = 'none';

/**
 * The keys under which a record is found, for a `text[]` column with a GIN index. Several passes, each selective at
 * a million children: numbers, phone, birth date with the outline of one name and of two, birth year with two names,
 * two names.
 */
export function searchKeys(record: IdentityRecord | PreparedRecord): string[] {
  const { numbers, names, births, phones } = prepareRecord(record);
  const intervals = births.map(birthInterval).filter((interval) => interval !== null);
  const days = intervals.filter(({ from, to }) => from === to).map(({ from }) => from);
  // Of whom only the year is held is looked for where an unknown day of it is.
  const unknownDays = births.flatMap(({ date, year }) => (!date && year != null ? [`${year}-01-01`] : []));
  const years =
    intervals.length === 0
      ? [NO_YEAR]
      : intervals.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]);
  const keys = [
    ...Object.entries(numbers).map(([identifier, value]) => numberKey(identifier, value)),
    ...phones.map(phoneKey),
    ...names.flatMap((name) => {
      const pairs = pairKeys(name);
      return [
        ...days.flatMap((day) => [...dayKeys(day, outlineKeys(name)), ...dayPairKeys(day, pairs)]),
        ...unknownDays.flatMap((day) => dayPairKeys(day, pairs)),
        ...pairs.flatMap((pair) => [pairKey(pair), ...years.map((year) => yearKey(year, pair))]),
      ];
    }),
  ];
  return [...new Set(keys)].slice(0, MOST_KEYS);
}

export function numberKey(identifier: string, value: string): string {
  return `${identifier}:${value}`;
}

export function phoneKey(phone: string): string {
  return `phone:${phone}`;
}

export function pairKey(pair: string): string {
  return `names:${pair}`;
}

export function yearKey(year: string | number, pair: string): string {
  return `year:${year}:${pair}`;
}

/** A day with one name. So many children have 1 January, the day that stands for an unknown one, that it has none. */
export function dayKeys(day: string, outlines: string[]): string[] {
  return isUnknownDay(day) ? [] : outlines.map((part) => `born:${day}:${part}`);
}

/** A day with two names. */
export function dayPairKeys(day: string, pairs: string[]): string[] {
  return pairs.map((pair) => `both:${day}:${pair}`);
}
