import type { ClientBase } from 'pg';
import type { ImportRules } from '../../shared/importing/importRules';

/** A table of the register, as an import compares and writes it. */
export interface RegisterTable {
  readonly name: string;
  /** The columns that a record brings, the child's reference first. */
  readonly columns: readonly string[];
  /** The column with the child's reference. */
  readonly child: string;
  /** By what a row of a child is known again. */
  readonly key: readonly string[];
  readonly primaryKey: readonly string[];
  /** Whether its rows count their changes. */
  readonly versioned: boolean;
  /** PostgreSQL's types by column, as `timestamptz`. */
  readonly types: Readonly<Record<string, string>>;
}

/** Reads how the tables are made that an agency imports into, parents first. */
export async function readTables(client: ClientBase, rules: ImportRules<never>): Promise<RegisterTable[]> {
  const { rows } = await client.query<{ table: string; types: Record<string, string>; primary: string[] }>(
    `SELECT c.relname AS table, jsonb_object_agg(a.attname, t.typname) AS types,
       array_agg(a.attname::text) FILTER (WHERE a.attnum = ANY(i.indkey)) AS primary
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       JOIN pg_type t ON t.oid = a.atttypid JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.oid = ANY(SELECT to_regclass(name) FROM unnest($1::text[]) AS name) GROUP BY c.relname`,
    [rules.tables.map(({ table }) => table)],
  );
  return rules.tables.map(({ table: name, columns }) => {
    const { types, primary } = rows.find(({ table }) => table === name)!;
    return {
      name,
      columns,
      child: name === 'child' ? 'id' : 'child_id',
      key: rules.keys[name]!,
      primaryKey: primary,
      versioned: Object.hasOwn(types, 'version'),
      types,
    };
  });
}
