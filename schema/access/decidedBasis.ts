import type { Column } from './columnOf';
import { findBasis, isInForce, legalBases } from './legalBases';
import type { Row } from './types';

/** OSL 10:21-24: disclosure to the police about suspected crime. Those of them that are no legal basis yet open nothing. */
export const crimeBases: ReadonlySet<string> = new Set([
  'OSL_10_21',
  'OSL_10_22',
  'OSL_10_22A',
  'OSL_10_23',
  'OSL_10_24',
]);

/**
 * Whether the row's owner may rest a decision of its own on the basis, to show the row to that column: wider than the
 * row's listed bases, which carry what opens without a decision, but never a rule that does not reach the row's
 * secrecy, such as the general clause for social services.
 *
 * @param today calendar date, Europe/Stockholm
 */
export function mayRestOn(code: string, row: Pick<Row, 'secrecy'>, column: Column, today: string): boolean {
  if (!legalBases.some((basis) => basis.code === code)) return false;
  const basis = findBasis(code);
  return (
    (basis.kind === 'RELEASE' || basis.kind === 'DUTY') &&
    (basis.receivers?.includes(column) ?? true) &&
    (basis.breaks?.includes(row.secrecy) ?? true) &&
    isInForce(basis, today)
  );
}
