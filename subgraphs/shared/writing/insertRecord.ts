import type { TableLoad } from '../database/bulkLoad';
import type { Change } from './change';

/** Writes one record into its tables, parents first, as a load of many would. */
export async function insertRecord<Record>(
  { query }: Change,
  tables: readonly TableLoad<Record>[],
  record: Record,
): Promise<void> {
  for (const { table, columns, rows } of tables) {
    const values = columns.map((_, index) => `$${index + 1}`).join(', ');
    for (const row of rows(record)) {
      await query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`, row);
    }
  }
}
