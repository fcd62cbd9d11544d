import type { Purpose, Role } from '../protocol/vocabulary';
import { columnsOf } from './columnOf';
import { acceptsPurpose, concernsPerson } from './acceptedPurposes';
import { readCell } from './readCell';
import type { Cell, Condition, Row } from './types';

/**
 * Whether any facts could open the row to the role under the purpose. False refuses before any agency is asked.
 *
 * @param flag whether a yes or no is enough. @default true
 */
export function mayEverSee(row: Row, role: Role, purpose: Purpose, flag = true): boolean {
  if (!acceptsPurpose(role, purpose) || !concernsPerson(purpose)) return false;
  return columnsOf(role).some((column) => {
    const cell = readCell(row.cells[column]);
    return canOpen(cell, purpose) && (flag || !cell.flagOnly);
  });
}

/** Whether the role may count the fact in groups of children, which is all that G permits. */
export function mayCount(row: Row, role: Role, purpose: Purpose): boolean {
  if (!acceptsPurpose(role, purpose) || purpose !== 'STATISTICS') return false;
  return columnsOf(role).some((column) => readCell(row.cells[column]).aggregateOnly);
}

function canOpen(cell: Cell, purpose: Purpose): boolean {
  return cell.own || cell.alternatives.some((condition) => isPossible(condition, purpose));
}

function isPossible(condition: Condition, purpose: Purpose): boolean {
  if (condition === 'I') return purpose === 'IDENTIFICATION' || purpose === 'PROTECTION';
  return condition !== 'P' || purpose === 'PROTECTION';
}
