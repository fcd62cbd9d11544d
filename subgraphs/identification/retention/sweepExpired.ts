import type { DataSource } from 'typeorm';
import { addDays } from '../../shared/time/stockholm';
import periods from './periods.json';

export type Kept = keyof typeof periods;

/** How many rows were removed, by table. */
export type Swept = Readonly<Record<Kept, number>>;

/**
 * What is over, per table: the rows whose period began before `$1`. What still holds, or waits for somebody, has not
 * begun its period.
 */
const over: Readonly<Record<Kept, string>> = {
  identification: 'identified_at < $1',
  attempt: 'made_at < $1',
  disclosure_request: 'greatest(requested_at, decided_at, valid_to) < $1',
  consent: 'least(withdrawn_at, valid_to) < $1',
  break_glass: 'opened_at < $1 AND reviewed_at < $1',
  fishing_alarm: 'raised_at < $1',
  log_review: 'reviewed_at < $1',
};

/** Few enough that nobody waits for a lock on them. */
const atATime = 500;

/**
 * Removes from the hub's own tables what is older than the law lets it keep. Several processes may do so at once: what
 * one has taken the others pass by.
 */
export async function sweepExpired(database: DataSource, now: Date): Promise<Swept> {
  const swept: Partial<Record<Kept, number>> = {};
  for (const table of Object.keys(periods) as Kept[]) {
    const before = addDays(now, -periods[table].days);
    let removed = 0;
    for (let last = atATime; last === atATime; removed += last) last = await sweep(database, table, before);
    swept[table] = removed;
  }
  return swept as Swept;
}

async function sweep(database: DataSource, table: Kept, before: Date): Promise<number> {
  const expired = `SELECT ctid FROM ${table} WHERE ${over[table]} LIMIT ${atATime} FOR UPDATE SKIP LOCKED`;
  // The notices of a broken glass have no meaning without it.
  const notices =
    table === 'break_glass'
      ? `noticed AS (DELETE FROM owner_notice WHERE break_glass_id IN (SELECT id FROM break_glass WHERE ctid IN (SELECT ctid FROM expired))),`
      : '';
  const [{ count }] = (await database.query(
    `WITH expired AS MATERIALIZED (${expired}), ${notices}
       gone AS (DELETE FROM ${table} WHERE ctid IN (SELECT ctid FROM expired) RETURNING 1)
     SELECT count(*)::int AS count FROM gone`,
    [before],
  )) as [{ count: number }];
  return count;
}
