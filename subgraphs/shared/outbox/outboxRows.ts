import type { Client } from 'pg';
import type { CaseEventRecord } from '../../../schema/protocol/events/caseEventRecord';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';

/** Where a row stands in its outbox. Both are numbers of PostgreSQL, as text. */
export interface OutboxPlace {
  readonly transaction: string;
  readonly position: string;
}

export interface OutboxRow {
  readonly place: OutboxPlace;
  readonly event: CaseEventRecord;
}

/** What is next to be published. */
interface Unpublished {
  /** In order. */
  readonly rows: readonly OutboxRow[];
  /**
   * Rows behind them wait for a transaction that is still under way and older than theirs: it may commit a row that
   * comes before. Nobody rings when it ends.
   */
  readonly heldBack: boolean;
}

export async function readUnpublished(
  client: Client,
  publisher: SubgraphName,
  most: number,
): Promise<Unpublished> {
  const { rows } = await client.query<StoredRow>({ name: 'unpublished', text: unpublished, values: [most] });
  const settled = rows.filter((row) => row.settled);
  return {
    heldBack: settled.length < rows.length,
    rows: settled.map(({ transaction, position, settled: _, occurred_at, recorded_at, ...event }) => ({
      place: { transaction, position },
      event: {
        ...event,
        publisher,
        occurredAt: occurred_at.toISOString(),
        recordedAt: recorded_at.toISOString(),
      },
    })),
  };
}

interface StoredRow extends Omit<CaseEventRecord, 'publisher' | 'occurredAt' | 'recordedAt'>, OutboxPlace {
  readonly settled: boolean;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
}

const unpublished = `SELECT transaction::text, position::text, id, type, child, municipality, occurred_at, recorded_at,
    reading, transaction < pg_snapshot_xmin(pg_current_snapshot()) AS settled
  FROM outbox WHERE published_at IS NULL
  ORDER BY outbox.transaction, outbox.position LIMIT $1`;

/** Marks the unpublished rows up to and with a place. */
export async function markPublished(client: Client, { transaction, position }: OutboxPlace): Promise<void> {
  await client.query({ name: 'mark', text: mark, values: [transaction, position] });
}

const mark = `UPDATE outbox SET published_at = now()
  WHERE published_at IS NULL AND (transaction, position) <= ($1::xid8, $2::bigint)`;

/** Removes what was published long ago. */
export async function sweepPublished(client: Client, keepDays: number): Promise<void> {
  await client.query(`DELETE FROM outbox WHERE published_at < now() - make_interval(days => $1)`, [keepDays]);
}
