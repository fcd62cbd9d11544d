import type { SubgraphContext } from '../shared/context';
import { addHours } from '../shared/time/stockholm';
import type { Statement } from './budget/statementBatch';

/** How long an identification opens the child to the same person, purpose and case, in hours. */
const validHours = 12;

/** The statement that remembers that the caller identified the child, for this purpose and case. */
export function toRemember(context: SubgraphContext, child: string): Statement {
  const { principal, purpose, caseReference } = context.assertion;
  const { id, role, agency, municipality } = principal;
  return {
    text: `INSERT INTO identification
        (child, principal, role, agency, municipality, purpose, case_reference, identified_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    values: [child, id, role, agency, municipality, purpose, caseReference, context.now],
  };
}

/** An identification before this moment counts no more. */
export function identifiedSince(now: Date): Date {
  return addHours(now, -validHours);
}
