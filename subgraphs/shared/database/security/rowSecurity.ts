import { keyColumns } from './registerColumns';

/** The setting that lists the rows this statement may see, as `table:child`. */
export const openRowsSetting = 'skyddsnat.open';

/**
 * SQL that closes tables, row by row, to all but their owner: a row is seen while `table:child` stands in the
 * setting. A text array that is compared, not code that is run; where nobody has set it, nothing is seen.
 */
export function secureRows(tables: readonly string[]): string[] {
  return tables.flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY open_rows ON ${table} FOR SELECT USING (('${table}:' || ${keyColumns(table)[0]}) =
      ANY (nullif(current_setting('${openRowsSetting}', true), '')::text[]))`,
  ]);
}

/** Undoes `secureRows`. */
export function releaseRows(tables: readonly string[]): string[] {
  return tables.flatMap((table) => [
    `DROP POLICY IF EXISTS ${wholeRegisterPolicy} ON ${table}`,
    `DROP POLICY open_rows ON ${table}`,
    `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
  ]);
}

/** The policy for readers of every child; it names roles, so it is made where they are. */
export const wholeRegisterPolicy = 'whole_register';
