import type { DataSource, EntityManager } from 'typeorm';
import { traceSql } from '../../../schema/protocol/tracing/traceSql';
import type { WebhookUpdateType } from '../../../schema/protocol/vocabulary';
import type { CaseEvent } from '../outbox/caseEvent';
import { createReferences, type References } from './references';

/** One transaction on a subgraph's own database. What it publishes stands or falls with what it writes. */
export interface Change {
  /** Runs SQL as the owner of the tables. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Writes the event that the change is. */
  publish(event: CaseEvent): Promise<void>;
  /** Writes many events in one statement, in their order. */
  publishAll(events: readonly CaseEvent[]): Promise<void>;
  /** Writes an event about an endpoint, and no child. */
  announce(type: WebhookUpdateType, webhook: string): Promise<void>;
  /** Under which references the agency may hold a child that the change names. */
  readonly references: References;
  /** Names the child whom the change is about, for the hub's log; an event names it by itself. */
  concerns(child: string): void;
}

export interface ChangeOptions {
  /** @default every child is known by the one reference that names it */
  readonly references?: References;
  readonly onStatement?: ((sql: string) => void) | undefined;
  /** Told each child whom the change is about, once it stands. */
  readonly onChanged?: (child: string) => void;
}

/** Runs work in one transaction; an exception undoes all of it. */
export async function change<T>(
  database: DataSource,
  now: Date,
  work: (change: Change) => Promise<T>,
  { onStatement, onChanged, references = createReferences(undefined) }: ChangeOptions = {},
): Promise<T> {
  const children = new Set<string>();
  const result = await database.transaction((manager) =>
    work({ ...createChange(manager, now, children, onStatement), references }),
  );
  if (onChanged) children.forEach(onChanged);
  return result;
}

const insertEvent =
  'INSERT INTO outbox (type, child, municipality, occurred_at, recorded_at, reading) VALUES ($1, $2, $3, $4, $5, $6)';

const insertEvents = `INSERT INTO outbox (type, child, municipality, occurred_at, recorded_at, reading)
  SELECT type, child, municipality, occurred_at, $2, reading
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (type text, child text, municipality text, occurred_at timestamptz,
    reading jsonb)) WITH ORDINALITY AS event (type, child, municipality, occurred_at, reading, place) ORDER BY place`;

function createChange(
  manager: EntityManager,
  now: Date,
  children: Set<string>,
  onStatement?: (sql: string) => void,
): Omit<Change, 'references'> {
  const query = async <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> => {
    onStatement?.(sql);
    return traceSql(sql, () => manager.query<T[]>(sql, [...parameters]));
  };
  return {
    query,
    publish: async ({ type, child, municipality = null, occurredAt = now, reading = null }) => {
      children.add(child);
      await query(insertEvent, [type, child, municipality, occurredAt, now, reading]);
    },
    publishAll: async (events) => {
      if (events.length === 0) return;
      const rows = events.map(({ type, child, municipality = null, occurredAt = now, reading = null }) => {
        children.add(child);
        return { type, child, municipality, occurred_at: occurredAt, reading };
      });
      await query(insertEvents, [JSON.stringify(rows), now]);
    },
    announce: async (type, webhook) => void (await query(insertEvent, [type, webhook, null, now, now, null])),
    concerns: (child) => void children.add(child),
  };
}
