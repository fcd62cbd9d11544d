import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import {
  dimensions as texts,
  type DimensionText,
  type StatisticsDimension,
} from '../../shared/statistics/dimensions';
import { subjectTexts } from '../../shared/statistics/subjects';
import { badInput } from '../../shared/writing/badInput';
import { tableOf, type StatisticsQuestion } from './readQuestion';

/** One cell as readers get it. */
export interface AnsweredCell {
  /** In the order of groupBy. */
  readonly categories: readonly string[];
  /** Null: hidden. */
  readonly count: number | null;
}

export interface AnsweredTable {
  readonly question: StatisticsQuestion;
  readonly publishedAt: Date;
  readonly cells: readonly AnsweredCell[];
}

interface AgencyAnswer {
  readonly state: 'PUBLISHED' | 'PUBLISHING' | 'NOT_YET' | 'NO_SUCH_TABLE';
  readonly publishedAt: string;
  readonly withheld: boolean;
  readonly cells: readonly AnsweredCell[];
  readonly tables: readonly string[];
}

/**
 * Asks the agency that counts the subject for what it has published. No person's record leaves it, nor a count it hides.
 * @throws BAD_USER_INPUT, AGENCY_UNAVAILABLE
 */
export async function askStatistics(
  context: SubgraphContext,
  question: StatisticsQuestion,
): Promise<AnsweredTable> {
  const { subject, year } = question;
  const { agency, owner } = subjectTexts[subject];
  const answer = await context.peers[agency]?.({
    query: `query Statistics($subject: String!, $year: Int!, $dimensions: [String!]!) {
      ${agency}Statistics(subject: $subject, year: $year, dimensions: $dimensions) {
        state publishedAt withheld cells { categories count } tables } }`,
    variables: { subject, year, dimensions: tableOf(question) },
    assertion: context.signedAssertion,
  }).catch(() => null);
  const table = answer?.data?.[`${agency}Statistics`] as AgencyAnswer | null | undefined;
  if (!table || answer?.errors?.length) throw unavailable(owner);
  if (table.state === 'NO_SUCH_TABLE') throw noSuchTable(table);
  if (table.state === 'NOT_YET') throw notYet(year);
  if (table.state === 'PUBLISHING') throw publishing(owner);
  return { question, publishedAt: new Date(table.publishedAt), cells: answeredCells(table, question) };
}

/** The cells in every listed category, also where nothing was counted. */
function answeredCells(
  { withheld, cells }: AgencyAnswer,
  { where, groupBy }: StatisticsQuestion,
): AnsweredCell[] {
  const counted = new Map(
    cells
      .filter(({ categories }) => !where || categories[0] === where.category)
      .map(({ categories, count }) => [categories.slice(where ? 1 : 0).join('\t'), count]),
  );
  const given = [...counted.keys()].map((key) => (key === '' ? [] : key.split('\t')));
  const listed = groupBy.map((dimension, index) => categoriesOf(dimension, given, index));
  return crossAll(listed).map((categories) => {
    const count = counted.get(categories.join('\t'));
    return { categories, count: withheld ? null : count === undefined ? 0 : count };
  });
}

function categoriesOf(
  dimension: StatisticsDimension,
  given: readonly (readonly string[])[],
  index: number,
): string[] {
  const { categories: listed }: DimensionText = texts[dimension];
  if (listed) return Object.keys(listed);
  return [...new Set(given.map((categories) => categories[index]!))].sort();
}

function crossAll(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])),
    [[]],
  );
}

function unavailable(owner: string): Error {
  return hubError(
    'AGENCY_UNAVAILABLE',
    {
      sv: `${owner} svarar inte just nu. Försök igen om en stund.`,
      en: `${owner} does not answer at the moment. Try again shortly.`,
    },
    { agency: owner },
  );
}

function publishing(owner: string): Error {
  return hubError(
    'AGENCY_UNAVAILABLE',
    {
      sv: `${owner} räknar året för första gången. Fråga igen om en minut.`,
      en: `${owner} is counting that year for the first time. Ask again in a minute.`,
    },
    { agency: owner },
  );
}

function notYet(year: number): Error {
  return badInput('filter.year', {
    sv: `${year} är inte slut. Ett år publiceras en gång, när det är slut, så att ingen kan räkna ut skillnader mellan två publiceringar.`,
    en: `${year} is not over. A year is published once, when it is over, so that nobody can compare two publications.`,
  });
}

function noSuchTable({ tables }: AgencyAnswer): Error {
  const all = tables.join(', ');
  return badInput('groupBy', {
    sv: `Den tabellen publiceras inte. Publicerade är, filtret medräknat: ${all}.`,
    en: `That table is not published. Those that are, the filter included: ${all}.`,
  });
}
