import type { Column } from '../columnOf';
import { crimeBases, mayRestOn } from '../decidedBasis';
import type { Disclosure, Grounds } from '../grounds';
import { rowsOfField } from '../rows';
import type { Row } from '../types';

/**
 * DISCLOSURE: the owner has looked at the asker's request and decided to show fields of the row, for a time, on a
 * basis that is in force today.
 *
 * @param today calendar date, Europe/Stockholm
 */
export function disclosuresOf(
  { disclosures }: Pick<Grounds, 'disclosures'>,
  row: Row,
  column: Column,
  now: Date,
  today: string,
): Disclosure[] {
  return disclosures.filter(
    ({ fields, basis, until }) =>
      now < until &&
      fields.some((field) => rowsOfField(field).includes(row.id)) &&
      mayRestOn(basis, row, column, today),
  );
}

/** K: those of them that rest on a crime (OSL 10:21-24). No other fact says that a crime is suspected. */
export function crimeDisclosures(disclosures: readonly Disclosure[]): Disclosure[] {
  return disclosures.filter(({ basis }) => crimeBases.has(basis));
}
