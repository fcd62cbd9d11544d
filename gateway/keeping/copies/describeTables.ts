import type { Client } from 'pg';

export interface StoredTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * The tables that a backup holds, parents first. Left out are counters that do not outlive a crash either (unlogged),
 * the jobs of pg-boss, which only wake what stands in tables, and the record of the schema's own steps.
 */
export async function describeTables(client: Client): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { parents: string[] }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS table,
       (SELECT array_agg(quote_ident(attname)::text ORDER BY attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
       (SELECT coalesce(array_agg(format('%I.%I', pn.nspname, p.relname)), '{}')
        FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS parents
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
       AND n.nspname IN ('public', 'audit', 'events') AND c.relname NOT IN ('migrations', 'migration')
     ORDER BY 1`,
  );
  const placed: StoredTable[] = [];
  const names = new Set<string>();
  for (let left = rows; left.length > 0; left = left.filter(({ table }) => !names.has(table))) {
    const ready = left.filter(({ parents }) => parents.every((parent) => names.has(parent)));
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { table, columns } of ready) {
      placed.push({ table, columns });
      names.add(table);
    }
  }
  return placed;
}

/** The steps by which the schema was made: a backup goes back into the same schema only. */
export async function readMigrations(client: Client): Promise<string[]> {
  const { rows: kept } = await client.query<{ table: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables
     WHERE schemaname IN ('public', 'audit', 'events') AND tablename IN ('migrations', 'migration')`,
  );
  const names: string[] = [];
  for (const { table } of kept)
    names.push(
      ...(await client.query<{ name: string }>(`SELECT name FROM ${table}`)).rows.map(({ name }) => name),
    );
  return names.sort();
}
