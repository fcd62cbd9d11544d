import { Client } from 'pg';
import { auditMigrations } from './migrations';
import { migrateSchema } from '../migrateSchema';

/** Two processes that start at once take turns; any number no other part of the database uses would do. */
const migrationLock = 7_201_804;

/**
 * Brings the audit database up to date with its owner's rights, and lets the gateway's role add and read, nothing
 * else: who answers questions must not be able to change what was noted about them.
 *
 * @param gatewayRole an existing role that is not the owner; absent: the owner keeps all rights to itself
 */
export async function prepareAuditDatabase(ownerUrl: string, gatewayRole?: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await migrateSchema(client, 'audit', auditMigrations);
    if (gatewayRole !== undefined) await grant(client, gatewayRole);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function grant(client: Client, role: string): Promise<void> {
  const grantee = client.escapeIdentifier(role);
  await client.query(`
    REVOKE ALL ON SCHEMA audit FROM PUBLIC;
    REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM ${grantee};
    GRANT USAGE ON SCHEMA audit TO ${grantee};
    GRANT SELECT, INSERT ON audit.entry, audit.checkpoint TO ${grantee};
    GRANT SELECT ON audit.migration, audit.restoration TO ${grantee};
  `);
}
