import {
  dimensions as texts,
  within,
  type DimensionText,
  type StatisticsDimension,
} from '../../shared/statistics/dimensions';
import type { StatisticsSubject } from '../../shared/statistics/subjects';
import { badInput } from '../../shared/writing/badInput';

/** What is asked of published figures. */
export interface StatisticsQuestion {
  readonly subject: StatisticsSubject;
  /** A calendar year that is over. */
  readonly year: number;
  /** Only units with this category. */
  readonly where: { readonly dimension: StatisticsDimension; readonly category: string } | null;
  readonly groupBy: readonly StatisticsDimension[];
}

/** The most dimensions that one published table has. */
const mostDimensions = 2;

/** @throws BAD_USER_INPUT */
export function assertQuestion({ year, where, groupBy }: StatisticsQuestion): void {
  if (!Number.isInteger(year) || year < 2000 || year > 2100) {
    throw badInput('filter.year', { sv: 'year är ett år, t.ex. 2025.', en: 'year is a year, such as 2025.' });
  }
  if (where && !isCategory(where.dimension, where.category)) throw badCategory(where.dimension);
  const table = tableOf({ where, groupBy });
  if (new Set(table).size < table.length || table.length > mostDimensions) throw badTable();
  if (table.some((dimension) => table.includes(within[dimension]!))) throw badTable();
}

/** The published table that answers it. */
export function tableOf({
  where,
  groupBy,
}: Pick<StatisticsQuestion, 'where' | 'groupBy'>): StatisticsDimension[] {
  return [...(where ? [where.dimension] : []), ...groupBy];
}

function isCategory(dimension: StatisticsDimension, category: string): boolean {
  const { categories = {} }: DimensionText = texts[dimension];
  const known = Object.keys(categories);
  return known.length > 0 ? known.includes(category) : /^([A-Z]{3}|\d{2}|\d{4}|UNKNOWN)$/.test(category);
}

function badCategory(dimension: StatisticsDimension): Error {
  return badInput('filter.where.category', {
    sv: `${dimension} har ingen sådan kategori. Fråga med groupBy: [${dimension}] för att se dem.`,
    en: `${dimension} has no such category. Ask with groupBy: [${dimension}] to see them.`,
  });
}

function badTable(): Error {
  return badInput('groupBy', {
    sv: 'En tabell har högst två indelningar, filtret medräknat, och ingen två gånger (MONTH delar redan QUARTER, MUNICIPALITY delar COUNTY, HARM delar CONDITION).',
    en: 'A table has at most two dimensions, the filter included, none of them twice (MONTH already divides QUARTER, MUNICIPALITY divides COUNTY, HARM divides CONDITION).',
  });
}
