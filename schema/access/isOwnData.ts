import type { Column } from './columnOf';
import type { Facts, Row } from './types';

/**
 * Y: the asker's own data. A national agency's register is one agency's own; among municipalities, boards and
 * guardians, own means the own case or ward, since the next municipality is another authority (OSL 8:1). A protected
 * child is hidden even in the own register from those who do not work with it.
 */
export function isOwnData(row: Row, column: Column, facts: Facts): boolean {
  return facts.related || (!facts.protectedIdentity && (nationwide.has(column) || row.directory === true));
}

const nationwide: ReadonlySet<Column> = new Set(['MIG', 'POf', 'POi']);
