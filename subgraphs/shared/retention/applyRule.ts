import { DateTime } from 'luxon';
import { readHeld, type Held } from './legalHold';
import type { CalendarPeriod, RetentionRule } from './rule';
import { inTransaction, type Sql } from './sql';

/** What a rule is about at a moment. */
export interface Found {
  /** Rows that are over and not held. */
  readonly count: number;
  /** Rows that are over and stay because of a legal hold. */
  readonly held: number;
  /** When the period of the oldest that is over began. */
  readonly oldest: Date | null;
}

/** Few enough that nobody waits for a lock on them. */
const atATime = 500;

/** Whether the rule erases: its period has an end, and the law is clear enough. */
export function isActive({ period, certainty }: RetentionRule): boolean {
  return period !== null && certainty !== 'UNKNOWN';
}

/** Counts what is over by the rule; by a proposed period as well. */
export async function countExpired(
  sql: Sql,
  rule: RetentionRule,
  now: Date,
  lastNote: string,
  held: Held,
): Promise<Found> {
  if (rule.period === null) return { count: 0, held: 0, oldest: null };
  const { over, kept, since } = conditions(rule, lastNote);
  const [found] = await sql.query<Found>(
    `SELECT count(*) FILTER (WHERE NOT kept)::int AS count, count(*) FILTER (WHERE kept)::int AS held,
       min(since) FILTER (WHERE NOT kept) AS oldest
     FROM (SELECT ${kept} AS kept, ${since} AS since FROM ${rule.table} r WHERE ${over}) expired`,
    parametersOf(rule.period, now, held),
  );
  return found!;
}

/**
 * Erases the next rows that are over by the rule, in a transaction of their own. Several processes may do so: their
 * batches take turns.
 *
 * @param readHolds where the holds are kept elsewhere than in this database
 * @returns how many; fewer than a batch: there are no more
 */
export function eraseBatch(
  sql: Sql,
  rule: RetentionRule,
  now: Date,
  lastNote: string,
  readHolds: () => Promise<Held> = () => readHeld(sql, true),
): Promise<{ readonly erased: number; readonly more: boolean }> {
  const { period } = rule;
  if (period === null || !isActive(rule)) return Promise.resolve({ erased: 0, more: false });
  return inTransaction(sql, async () => {
    const held = await readHolds();
    const { over, kept } = conditions(rule, lastNote);
    const besides = (rule.besides ?? []).map((statement, place) => `besides_${place} AS (${statement}), `);
    const [{ count }] = (await sql.query(
      `WITH expired AS MATERIALIZED (SELECT ctid FROM ${rule.table} r
         WHERE ${over} AND NOT ${kept} LIMIT ${atATime} FOR UPDATE SKIP LOCKED),
       ${besides.join('')}
       done AS (${rule.unlink ? `UPDATE ${rule.table} SET ${rule.unlink}` : `DELETE FROM ${rule.table}`}
         WHERE ctid IN (SELECT ctid FROM expired) RETURNING 1)
       SELECT count(*)::int AS count FROM done`,
      parametersOf(period, now, held),
    )) as [{ count: number }];
    return { erased: count, more: count === atATime };
  });
}

function conditions({ where = 'true', since, children, cases }: RetentionRule, lastNote: string) {
  const moment = since.replaceAll(':lastNote', lastNote);
  return {
    since: moment,
    over: `(${where}) AND (${moment}) < $1::timestamptz`,
    kept: `(coalesce(${children ?? `'{}'::text[]`} && $2::text[], false) OR coalesce(${cases ?? `'{}'::text[]`} && $3::text[], false))`,
  };
}

function parametersOf(period: CalendarPeriod, now: Date, { children, cases }: Held): unknown[] {
  return [begunBefore(period, now), children, cases];
}

/** A period that began before that moment is over now; whole days and years in Stockholm. */
function begunBefore(period: CalendarPeriod, now: Date): Date {
  return DateTime.fromJSDate(now, { zone: 'Europe/Stockholm' }).minus(period).toJSDate();
}
