import type { Sql } from './sql';

export interface ChildTable {
  readonly table: string;
  /** The column with the child's reference. */
  readonly column: string;
}

/**
 * The tables of a register whose rows belong to a child and go with it: those with a foreign key to `child`. Those that
 * also point at another of them come before it.
 */
export function childTables(sql: Sql): Promise<ChildTable[]> {
  return sql.query<ChildTable>(
    `SELECT c.conrelid::regclass::text AS table, quote_ident(a.attname) AS column
     FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = to_regclass('child')
     ORDER BY EXISTS (SELECT FROM pg_constraint o WHERE o.contype = 'f' AND o.conrelid = c.conrelid
       AND o.confrelid <> c.confrelid) DESC, 1`,
  );
}
