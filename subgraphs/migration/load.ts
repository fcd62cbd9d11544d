import { bulkLoad, type BulkLoadOptions } from '../shared/database/bulkLoad';
import type { MigrationRecord } from './records';
import { tables } from './tables';

/**
 * Writes the agency's records into its register at the address, all or nothing.
 * @returns the number of children written
 */
export function loadMigration(
  url: string,
  records: Iterable<MigrationRecord> | AsyncIterable<MigrationRecord>,
  options?: BulkLoadOptions,
): Promise<number> {
  return bulkLoad(url, tables, records, options);
}
