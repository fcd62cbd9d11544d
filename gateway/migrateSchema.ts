import type { Client } from 'pg';

/** One step of a schema's history; once released it is never changed. */
export interface SchemaMigration {
  readonly name: string;
  readonly sql: string;
}

/** Brings a schema of the gateway's own up to date, in the caller's transaction. @param schema a name of the code's */
export async function migrateSchema(
  client: Client,
  schema: string,
  migrations: readonly SchemaMigration[],
): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${schema};
    CREATE TABLE IF NOT EXISTS ${schema}.migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
  `);
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${schema}.migration`);
  const applied = new Set(rows.map(({ name }) => name));
  for (const { name, sql } of migrations.filter((migration) => !applied.has(migration.name))) {
    await client.query(sql);
    await client.query(`INSERT INTO ${schema}.migration (name) VALUES ($1)`, [name]);
  }
}
