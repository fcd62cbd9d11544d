import { childTables } from './childTables';
import type { Sql } from './sql';

/**
 * SQL for the latest moment that is noted about the child `r` in any table of the register, whichever tables and
 * columns it has today: what is added to the register later counts by itself.
 */
export async function describeLastNote(sql: Sql): Promise<string> {
  // When an agency's own system last sent a record says nothing of the child.
  const tables = (await childTables(sql)).filter(({ table }) => table !== 'imported');
  const columns = await sql.query<{ table: string; names: string[] }>(
    `SELECT table_name AS table, array_agg(quote_ident(column_name)::text ORDER BY ordinal_position) AS names
     FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = ANY($1)
       AND (data_type = 'date' OR data_type LIKE 'timestamp%')
     GROUP BY table_name`,
    [tables.map(({ table }) => table)],
  );
  const moments = columns.map(({ table, names }) => {
    const { column } = tables.find((each) => each.table === table)!;
    return `(SELECT max(greatest(${names.map((name) => `${name}::timestamptz`).join(', ')})) FROM ${table} WHERE ${column} = r.id)`;
  });
  return moments.length === 0 ? 'NULL::timestamptz' : `greatest(${moments.join(', ')})`;
}
