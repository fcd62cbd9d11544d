import type { ConsentGiver } from '../../protocol/attestation';
import type { Grounds } from '../grounds';

/**
 * C: a consent that covers the row, in its time (OSL 10:1, 12:3). Who had to give it is asked anew each time, so that
 * what a guardian said for a child of fourteen ends with the fifteenth birthday.
 */
export function hasConsent(
  { consents, fifteen }: Pick<Grounds, 'consents' | 'fifteen'>,
  rowId: string,
  now: Date,
): boolean {
  return consents.some(
    ({ by, rows, until }) =>
      rows.includes(rowId) && isGivenByRightPerson(by, fifteen) && (until === null || now < until),
  );
}

/**
 * From 15 the child itself must be among those who consent; below that it takes the guardian (plan NB). Of a child
 * whose age nobody knows it takes both.
 */
export function isGivenByRightPerson(by: ConsentGiver, fifteen: boolean | null): boolean {
  return by === 'BOTH' || (fifteen !== null && by === (fifteen ? 'CHILD' : 'GUARDIAN'));
}
