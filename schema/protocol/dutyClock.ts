import { createHash } from 'node:crypto';

/**
 * What the hub's duty clock carries instead of an asker: it acts for nobody. The agencies answer it one thing only,
 * the facts on which deadlines rest, and never about a protected child.
 */
export interface DutyClockCall {
  /** Unique per question; the hub's own record and the agency's log carry it. */
  readonly operationId: string;
  /** The question it was signed for, as `hashQuestion`: caught on the way, it opens nothing else. */
  readonly asks: string;
  /** The references of each asked child that has several, the leading one first. */
  readonly linked?: readonly (readonly string[])[];
}

/** The kind under which such a call is signed; as `principalId`, `role` and `purpose` it stands in the agencies' logs. */
export const dutyClockKind = 'duty-clock';
export const dutyClock = 'DUTY_CLOCK';

/** SHA-256 of the query and its variables, base64url. */
export function hashQuestion(query: string, variables: Readonly<Record<string, unknown>> = {}): string {
  return createHash('sha256')
    .update(JSON.stringify([query, variables]))
    .digest('base64url');
}
