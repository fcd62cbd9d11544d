import type { SubgraphContext } from '../../shared/context';
import { changeOnce } from '../../shared/writing/changeOnce';
import type { Attempt } from '../../shared/writing/once';
import { hubError } from '../../../schema/protocol/hubError';
import { findReviewed, type ReviewedOperation } from './reviewedOperations';

/**
 * Records what a second person found of an operation, once and for all.
 * @throws NOT_FOUND alike for an operation that is not there, one's own, and one that is not the caller's to review
 * @throws CONFLICT when it was reviewed before
 */
export async function reviewOperation(
  context: SubgraphContext,
  id: string,
  review: { readonly approved: boolean; readonly comment: string },
  attempt: Attempt,
): Promise<ReviewedOperation> {
  const operation = await findReviewed(context, id);
  if (!operation) throw notYours();
  operation.children.forEach(context.concerns);
  await changeOnce(context, 'reviewLogEntry', attempt, async ({ query, concerns }) => {
    const written = await query(
      `INSERT INTO log_review (operation_id, reviewed_at, reviewed_by, approved, comment)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING operation_id`,
      [id, context.now, context.assertion.principal.id, review.approved, review.comment],
    );
    if (written.length === 0) throw alreadyReviewed();
    operation.children.forEach(concerns);
    return id;
  });
  return (await findReviewed(context, id)) ?? operation;
}

function notYours(): Error {
  return hubError('NOT_FOUND', {
    sv: 'Ingen fråga med den beteckningen är din att granska. Ingen granskar sin egen.',
    en: 'No operation of that id is yours to review. Nobody reviews their own.',
  });
}

function alreadyReviewed(): Error {
  return hubError('CONFLICT', { sv: 'Frågan är redan granskad.', en: 'The operation is reviewed already.' });
}
