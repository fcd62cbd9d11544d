import { decideRow, type Outcome } from './decideRow';
import type { FieldAccess } from './rowOfField';
import type { Grounds } from './grounds';
import type { Facts, Subject } from './types';

/**
 * Decides a field by its rows: the first that opens it wins. A row that opens only as yes or no opens a field that is
 * one, and leaves every other field secret.
 */
export function decideField(
  field: Extract<FieldAccess, { kind: 'ROW' }>,
  subject: Subject,
  facts: Facts,
  now: Date,
  grounds?: Grounds,
): Outcome {
  const outcomes = field.rows.map((row) => {
    const outcome = decideRow(row, subject, facts, now, grounds);
    if (!outcome.allow || !outcome.flagOnly || field.flag) return outcome;
    return { allow: false, code: 'SECRECY', basis: row.secrecy, askWhom: row.askWhom } as const;
  });
  const best =
    outcomes.find((outcome) => outcome.allow) ??
    outcomes.find((outcome) => !outcome.allow && outcome.code === 'AGENCY_UNAVAILABLE') ??
    outcomes[0];
  if (!best) throw new Error('A field judged by rows names no row (schema/access/fields.json).');
  return best;
}
