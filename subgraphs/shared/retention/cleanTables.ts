import type { Sql } from './sql';

/**
 * Takes what was erased out of the tables' pages and out of the planner's samples of values, which hold names, too.
 *
 * @param wipe writes all of the database anew, so that no old byte stays in its files; nobody can use a table meanwhile
 */
export async function cleanTables(sql: Sql, tables: readonly string[], wipe: boolean): Promise<void> {
  if (!wipe) {
    for (const table of tables) await sql.query(`VACUUM (ANALYZE) ${table}`);
    return;
  }
  await sql.query('VACUUM (FULL, ANALYZE)');
  // The planner's old samples are rows of a table, too.
  await sql.query('VACUUM FULL pg_catalog.pg_statistic').catch(ignoreRefusal);
  await sql.query('CHECKPOINT').catch(ignoreRefusal);
}

/** Both are the server's administrator's to do; a database's owner goes without. */
function ignoreRefusal(error: { code?: string }): void {
  if (error.code !== '42501') throw error;
}
