import { bulkLoad, type BulkLoadOptions } from '../shared/database/bulkLoad';
import type { GuardianshipRecord } from './records';
import { tables } from './tables';

/**
 * Writes the boards' records into their register at the address, all or nothing.
 * @returns the number of children written
 */
export function loadGuardianship(
  url: string,
  records: Iterable<GuardianshipRecord> | AsyncIterable<GuardianshipRecord>,
  options?: BulkLoadOptions,
): Promise<number> {
  return bulkLoad(url, tables, records, options);
}
