import type { Column } from './columnOf';
import type { Facts, Row } from './types';

/**
 * The general clause (OSL 10:27) does not reach the secrecy of social services (OSL 26:1): police and Migration Agency
 * see a municipality's fact only after the municipality has itself released it to them.
 */
export function isReleased(row: Row, column: Column, facts: Pick<Facts, 'released'>): boolean {
  if (row.owner !== 'MUNICIPALITY' || row.directory === true || !needRelease.has(column)) return true;
  return facts.released.includes(row.id);
}

const needRelease: ReadonlySet<Column> = new Set(['POf', 'POi', 'POb', 'MIG']);
