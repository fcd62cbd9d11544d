import { Pool } from 'pg';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import type { EventPublisher } from './eventPublisher';

/** Publishes to the log on PostgreSQL, as a role that may add to it and nothing else. */
export function createPostgresPublisher(publisher: SubgraphName, url: string): EventPublisher {
  const pool = new Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    application_name: `skyddsnat-${publisher}-events`,
  });
  // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return {
    // An event that is there already is not added again.
    lastPublished: async () => null,
    publish: async (rows) => {
      await pool.query('SELECT events.append($1::jsonb)', [JSON.stringify(rows.map(({ event }) => event))]);
    },
    close: () => pool.end(),
  };
}
