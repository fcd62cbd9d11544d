import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { localDate } from '../time/stockholm';
import type { StatisticsDimension } from './dimensions';
import { publishYear } from './publish';
import { tablesOf, type SubjectSql } from './subject';
import type { StatisticsSubject } from './subjects';

/** One published cell; categories in the order of the asked dimensions. */
export interface PublishedCell {
  readonly categories: readonly string[];
  /** Null: hidden. */
  readonly count: number | null;
}

/** What an agency has published, or why it has not. */
export type PublishedTable =
  | {
      readonly state: 'PUBLISHED';
      readonly publishedAt: Date;
      /** So few units that nothing is shown, not even their number. */
      readonly withheld: boolean;
      /** Cells that are not in it are zero. */
      readonly cells: readonly PublishedCell[];
    }
  /** Being counted; ask again shortly. */
  | { readonly state: 'PUBLISHING' }
  /** The year is not over. */
  | { readonly state: 'NOT_YET' }
  /** Not one of the tables that are published. */
  | {
      readonly state: 'NO_SUCH_TABLE';
      /** Those that are, e.g. `SEX` and `COUNTY SEX`. */
      readonly tables: readonly string[];
    };

/** Where one agency's published figures are asked for; counts a year when it is first asked for. */
export interface StatisticsDesk {
  /** Null: not this agency's subject. */
  table(
    subject: StatisticsSubject,
    year: number,
    dimensions: readonly StatisticsDimension[],
    now: Date,
  ): Promise<PublishedTable | null>;
}

/** How long an asker waits for a year that is being counted, in milliseconds. */
const patience = 1_200;

export function createStatisticsDesk(
  database: DataSource,
  subjects: readonly SubjectSql[],
  log: (line: string) => void,
): StatisticsDesk {
  const running = new Map<string, Promise<void>>();
  const publish = (sql: SubjectSql, year: number, now: Date): Promise<void> => {
    const key = `${sql.subject} ${year}`;
    const publishing =
      running.get(key) ?? publishYear(database, sql, year, now).finally(() => running.delete(key));
    running.set(key, publishing);
    publishing.catch((error: Error) => log(`Statistics ${key} could not be published: ${error.message}`));
    return publishing;
  };
  return {
    table: async (subject, year, dimensions, now) => {
      const sql = subjects.find((each) => each.subject === subject);
      if (!sql) return null;
      if (!isPublished(sql, dimensions)) {
        return { state: 'NO_SUCH_TABLE', tables: tablesOf(sql).map((table) => table.join(' ')) };
      }
      if (year >= Number(localDate(now).slice(0, 4))) return { state: 'NOT_YET' };
      const found = await findTable(database, subject, year, dimensions);
      if (found) return found;
      await Promise.race([publish(sql, year, now), wait(patience, undefined, { ref: false })]);
      return (await findTable(database, subject, year, dimensions)) ?? { state: 'PUBLISHING' };
    },
  };
}

function isPublished(sql: SubjectSql, dimensions: readonly StatisticsDimension[]): boolean {
  const asked = [...dimensions].sort().join();
  return asked === '' || tablesOf(sql).some((table) => table.sort().join() === asked);
}

async function findTable(
  database: DataSource,
  subject: StatisticsSubject,
  year: number,
  dimensions: readonly StatisticsDimension[],
): Promise<PublishedTable | null> {
  const [publication] = await database.query<{ publishedAt: Date; withheld: boolean }[]>(
    'SELECT published_at AS "publishedAt", withheld FROM statistics_publication WHERE subject = $1 AND year = $2',
    [subject, year],
  );
  if (!publication) return null;
  const sorted = [...dimensions].sort();
  const cells = await database.query<PublishedCell[]>(
    `SELECT categories, count FROM statistics_cell WHERE subject = $1 AND year = $2 AND dimensions = $3
     ORDER BY categories`,
    [subject, year, sorted],
  );
  if (cells.length === 0 && !publication.withheld) {
    // Published before there was such a table, or nothing was counted: zero is said of the second alone.
    const tables = await tablesPublished(database, subject, year);
    if (tables.length > 0) return { state: 'NO_SUCH_TABLE', tables };
  }
  const toAsked = dimensions.map((dimension) => sorted.indexOf(dimension));
  return {
    state: 'PUBLISHED',
    ...publication,
    cells: cells.map(({ categories, count }) => ({
      categories: toAsked.map((index) => categories[index]!),
      count,
    })),
  };
}

async function tablesPublished(
  database: DataSource,
  subject: StatisticsSubject,
  year: number,
): Promise<string[]> {
  const rows = await database.query<{ name: string }[]>(
    `SELECT DISTINCT array_to_string(dimensions, ' ') AS name FROM statistics_cell
     WHERE subject = $1 AND year = $2 AND cardinality(dimensions) > 0 ORDER BY 1`,
    [subject, year],
  );
  return rows.map(({ name }) => name);
}
