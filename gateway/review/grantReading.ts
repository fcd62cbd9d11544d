import { Client } from 'pg';

/** What was noted, without the salts and hashes that make the log tamper-evident. */
const columns =
  'leaf_index, operation_id, occurred_at, principal_id, role, agency, municipality, purpose, case_reference, operation_name, ' +
  'child, fields_disclosed, fields_denied, outcome';

/** Any number that no other part of the database uses. */
const lock = 7_201_805;

/**
 * Lets a role read what was noted, and do nothing else, in an audit database that is up to date.
 *
 * @param reader an existing role that is not the owner
 */
export async function grantReading(ownerUrl: string, reader: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const role = client.escapeIdentifier(reader);
    // In one transaction, and one process at a time: gateways that start together would trip over each other.
    await client.query(`
      SELECT pg_advisory_xact_lock(${lock});
      REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM ${role};
      GRANT USAGE ON SCHEMA audit TO ${role};
      GRANT SELECT (${columns}) ON audit.entry TO ${role};
    `);
  } finally {
    await client.end();
  }
}
