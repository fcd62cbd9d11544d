import citizenshipGroups from '../reference/citizenshipGroups.json';
import type { StatisticsDimension } from './dimensions';
import type { StatisticsSubject } from './subjects';

/** What an agency counts, as SQL over its own register; the names are constants of the code, never a caller's. */
export interface SubjectSql {
  readonly subject: StatisticsSubject;
  /** One row per counted unit of the year `$1`; leaves out children with protected identity. */
  readonly from: string;
  /** The category of a unit in each dimension, as a text that is never null. */
  readonly dimensions: Readonly<Partial<Record<StatisticsDimension, string>>>;
  /** What each dimension is crossed with; all others stand alone. Every table more costs cells in all of them. */
  readonly crossed: Readonly<Partial<Record<StatisticsDimension, readonly StatisticsDimension[]>>>;
}

/** The statement that counts the units of the year `$1` that agree in all dimensions. */
export function countUnits({ from, dimensions }: SubjectSql): string {
  const columns = Object.entries(dimensions).map(([name, sql]) => `${sql} AS "${name}"`);
  const groups = columns.map((_, index) => index + 1);
  return `SELECT ${columns.join(', ')}, count(*)::int AS count FROM ${from} GROUP BY ${groups.join(', ')}`;
}

/** The tables of a subject that are published together. */
export function tablesOf({ dimensions, crossed }: SubjectSql): StatisticsDimension[][] {
  const pairs = Object.entries(crossed) as [StatisticsDimension, readonly StatisticsDimension[]][];
  return [
    ...(Object.keys(dimensions) as StatisticsDimension[]).map((name) => [name]),
    ...pairs.flatMap(([name, others]) => others.map((other) => [name, other])),
  ];
}

/** SQL for the calendar quarter and month of a day in Stockholm, e.g. `Q2` and `04`. */
export function periodsOf(day: string): { QUARTER: string; MONTH: string } {
  return { QUARTER: `'Q' || extract(quarter FROM ${day})`, MONTH: `to_char(${day}, 'MM')` };
}

/** SQL for the age group on a day. */
export function ageGroupOf(birthDate: string, day: string): string {
  const age = `extract(year FROM age(${day}, ${birthDate}))`;
  return `CASE WHEN ${birthDate} IS NULL THEN 'UNKNOWN' WHEN ${age} < 13 THEN 'UNDER_13' WHEN ${age} < 16 THEN 'FROM_13_TO_15'
    WHEN ${age} < 18 THEN 'FROM_16_TO_17' ELSE 'FROM_18' END`;
}

/** SQL for a citizenship (ISO 3166-1 alpha-3) and the group of countries that it is counted in. */
export function citizenshipOf(column: string): { CITIZENSHIP: string; CITIZENSHIP_GROUP: string } {
  const groups = Object.entries(citizenshipGroups).map(
    ([group, codes]) => `WHEN ${column} IN (${codes.map((code) => `'${code}'`).join(', ')}) THEN '${group}'`,
  );
  return {
    CITIZENSHIP: `coalesce(${column}, 'UNKNOWN')`,
    CITIZENSHIP_GROUP: `CASE ${groups.join(' ')} ELSE 'UNKNOWN' END`,
  };
}
