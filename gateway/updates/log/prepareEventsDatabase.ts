import { Client, escapeIdentifier } from 'pg';
import { subgraphNames } from '../../../schema/protocol/vocabulary';
import { eventMigrations } from './migrations';

/** The roles that are let in where they exist: each publisher may only add, the reader only read. */
export const publisherRole = (subgraph: string): string => `publisher_${subgraph}`;
export const readerRole = 'event_reader';

/** Two processes that start at once take turns; any number no other part of the database uses would do. */
const migrationLock = 7_201_807;

/**
 * Brings the events database up to date with its owner's rights, removes what is older than the log keeps, and lets
 * the roles in.
 *
 * @param keepMonths whole months before the current one
 */
export async function prepareEventsDatabase(ownerUrl: string, keepMonths: number): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await migrate(client);
    await client.query(
      `SELECT events.remove_before(date_trunc('month', now()) - make_interval(months => $1))`,
      [keepMonths],
    );
    await letIn(client);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function migrate(client: Client): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS events;
    CREATE TABLE IF NOT EXISTS events.migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
  `);
  const { rows } = await client.query<{ name: string }>('SELECT name FROM events.migration');
  const applied = new Set(rows.map(({ name }) => name));
  for (const { name, sql } of eventMigrations) {
    if (applied.has(name)) continue;
    await client.query(sql);
    await client.query('INSERT INTO events.migration (name) VALUES ($1)', [name]);
  }
}

async function letIn(client: Client): Promise<void> {
  const wanted = [...subgraphNames.map(publisherRole), readerRole];
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND rolname <> current_user',
    [wanted],
  );
  for (const { rolname } of rows) {
    const role = escapeIdentifier(rolname);
    await client.query(`GRANT USAGE ON SCHEMA events TO ${role}`);
    await client.query(
      rolname === readerRole
        ? `GRANT SELECT ON events.log, events.event TO ${role}`
        : `GRANT EXECUTE ON FUNCTION events.append(jsonb) TO ${role}`,
    );
  }
}
