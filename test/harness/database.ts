import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A fresh database on the run's PostgreSQL, owned by a role of its own. */
export async function createTestDatabase(name: string): Promise<TestDatabase> {
  const id = `${name.replace(/[^a-z0-9]/g, '_')}_${randomBytes(5).toString('hex')}`;
  await asAdmin(`CREATE ROLE ${id} LOGIN CREATEROLE PASSWORD '${id}'`, `CREATE DATABASE ${id} OWNER ${id}`);
  const url = new URL(adminUrl());
  url.username = id;
  url.password = id;
  url.pathname = `/${id}`;
  return {
    url: url.toString(),
    drop: () =>
      asAdmin(`DROP DATABASE IF EXISTS ${id} WITH (FORCE)`, dropReaders(id), `DROP ROLE IF EXISTS ${id}`),
  };
}

export interface Guest extends TestDatabase {
  readonly role: string;
}

/** A login role on the run's PostgreSQL that owns nothing, and its way to a database. Dropped after the database. */
export async function createGuest({ url: databaseUrl }: TestDatabase): Promise<Guest> {
  const role = `guest_${randomBytes(5).toString('hex')}`;
  await asAdmin(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = role;
  return { role, url: url.toString(), drop: () => asAdmin(`DROP ROLE IF EXISTS ${role}`) };
}

/** The roles that the database's own role has made. */
function dropReaders(id: string): string {
  return `DO $$ DECLARE reader text; BEGIN
    FOR reader IN SELECT rolname FROM pg_roles WHERE starts_with(rolname, '${id}_') LOOP
      EXECUTE format('DROP ROLE %I', reader);
    END LOOP;
  END $$`;
}

function adminUrl(): string {
  const url = process.env['TEST_PG_URL'];
  if (!url)
    throw new Error('TEST_PG_URL is missing: run tests through jest, whose global setup starts PostgreSQL');
  return url;
}

async function asAdmin(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
