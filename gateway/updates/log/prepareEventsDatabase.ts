import { Client, escapeIdentifier } from 'pg';
import { subgraphNames } from '../../../schema/protocol/vocabulary';
import { eventMigrations } from './migrations';
import { migrateSchema } from '../../migrateSchema';

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
    await migrateSchema(client, 'events', eventMigrations);
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
        ? `GRANT SELECT ON events.log, events.event, events.gap TO ${role}`
        : `GRANT EXECUTE ON FUNCTION events.append(jsonb) TO ${role}`,
    );
  }
}
