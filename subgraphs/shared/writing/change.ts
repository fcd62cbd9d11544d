import type { DataSource, EntityManager } from 'typeorm';
import type { CaseEvent } from '../outbox/caseEvent';

/** One transaction on a subgraph's own database. What it publishes stands or falls with what it writes. */
export interface Change {
  /** Runs SQL as the owner of the tables. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Writes the event that the change is. */
  publish(event: CaseEvent): Promise<void>;
}

/** Runs work in one transaction; an exception undoes all of it. */
export function change<T>(
  database: DataSource,
  now: Date,
  work: (change: Change) => Promise<T>,
  onStatement?: (sql: string) => void,
): Promise<T> {
  return database.transaction((manager) => work(createChange(manager, now, onStatement)));
}

function createChange(manager: EntityManager, now: Date, onStatement?: (sql: string) => void): Change {
  const query = async <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> => {
    onStatement?.(sql);
    return manager.query<T[]>(sql, [...parameters]);
  };
  return {
    query,
    publish: async ({ type, child, municipality = null, occurredAt = now, reading = null }) => {
      await query(
        'INSERT INTO outbox (type, child, municipality, occurred_at, recorded_at, reading) VALUES ($1, $2, $3, $4, $5, $6)',
        [type, child, municipality, occurredAt, now, reading],
      );
    },
  };
}
