import { agencies } from '../../../schema/protocol/vocabulary';

/** The CHECK that a column names an agency. */
export function isAgency(column: string): string {
  return `${column} IN (${agencies.map((agency) => `'${agency}'`).join(', ')})`;
}
