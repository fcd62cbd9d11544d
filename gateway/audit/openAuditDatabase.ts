import { Client } from 'pg';
import { auditMigrations } from './migrations';

/** The log is not as the gateway needs it, and the gateway's role may not make it so. */
export class AuditDatabaseNotPrepared extends Error {
  constructor(reason: string, role: string) {
    super(
      `The audit log at DATABASE_URL_AUDIT ${reason}. As the owner of that database, run once: ` +
        `DATABASE_URL_AUDIT=… npm run audit:prepare -- --gateway ${role}`,
    );
    this.name = 'AuditDatabaseNotPrepared';
  }
}

/**
 * Finds out with which rights a gateway comes to its log: as the OWNER of the database, who could change what was noted,
 * or as a GUEST who can only add and read.
 *
 * @throws AuditDatabaseNotPrepared when a guest finds no log, one of another version, or one it may not add to
 */
export async function openAuditDatabase(url: string): Promise<'OWNER' | 'GUEST'> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { made, owner, role } = await readRights(client);
    if (owner) return 'OWNER';
    if (!made) throw new AuditDatabaseNotPrepared('is not there', role);
    await assertOpen(client, role);
    return 'GUEST';
  } finally {
    await client.end();
  }
}

interface Rights {
  readonly made: boolean;
  readonly owner: boolean;
  readonly role: string;
}

async function readRights(client: Client): Promise<Rights> {
  const { rows } = await client.query<Rights>(`
    SELECT schema.nspowner IS NOT NULL AS made, current_user AS role,
      coalesce(pg_has_role(schema.nspowner, 'USAGE'), has_database_privilege(current_database(), 'CREATE')) AS owner
    FROM (VALUES (1)) AS one LEFT JOIN pg_namespace AS schema ON nspname = 'audit'`);
  return rows[0] as Rights;
}

async function assertOpen(client: Client, role: string): Promise<void> {
  const { rows } = await client
    .query<{ name: string }>('SELECT name FROM audit.migration')
    .catch((error: { code?: string }) => {
      if (error.code === '42501') throw new AuditDatabaseNotPrepared('does not let this role in', role);
      throw error;
    });
  const applied = new Set(rows.map(({ name }) => name));
  const missing = auditMigrations.filter(({ name }) => !applied.has(name));
  if (missing.length > 0) throw new AuditDatabaseNotPrepared('is of an earlier version', role);
  const { rows: granted } = await client.query<{ open: boolean }>(`SELECT
    has_table_privilege('audit.entry', 'INSERT') AND has_table_privilege('audit.entry', 'SELECT')
    AND has_table_privilege('audit.checkpoint', 'INSERT') AND has_table_privilege('audit.checkpoint', 'SELECT') AS open`);
  if (!granted[0]?.open) throw new AuditDatabaseNotPrepared('may not be added to by this role', role);
}
