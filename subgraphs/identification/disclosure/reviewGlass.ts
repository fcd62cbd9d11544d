import type { SubgraphContext } from '../../shared/context';
import { assertSameAttempt, type Attempt } from '../../shared/writing/once';
import type { BreakGlass } from '../entities/breakGlass';
import { loadDesk } from './desk';
import { findGlass } from './glasses';
import { glassStateOf } from './glassState';
import { changes } from '../../shared/writing/rows';
import { hubError } from '../../../schema/protocol/hubError';

/**
 * A second person's review: somebody of an owner who works with the child or reviews for it, or the reviewer of the
 * actor's own authority. Disapproval closes the glass at once.
 *
 * @throws NOT_FOUND alike for a glass that is not there, one's own, and one that is not the caller's to review
 * @throws CONFLICT when it was reviewed before, or escalated past all but the reviewers
 */
export async function reviewGlass(
  context: SubgraphContext,
  id: string,
  review: { readonly approved: boolean; readonly comment: string },
  attempt: Attempt,
): Promise<BreakGlass> {
  const glass = await findGlass(context, 'id = $1', [id]);
  if (glass) context.concerns(glass.child);
  if (!glass || !(await mayReview(context, glass))) throw notYours();
  if (glass.reviewedAt !== null) return sameReview(context, glass, attempt);
  const { principal } = context.assertion;
  if (glassStateOf(glass, context.now) === 'ESCALATED' && principal.role !== 'AUDITOR') throw escalated();
  const reviewed = { ...review, reviewedAt: context.now, reviewedBy: principal.id };
  const isFirst = await context.change((change) => {
    change.concerns(glass.child);
    return changes(
      change,
      `UPDATE break_glass SET approved = $2, comment = $3, reviewed_at = $4, reviewed_by = $5, review_key = $6,
         review_fingerprint = $7 WHERE id = $1 AND reviewed_at IS NULL`,
      [id, review.approved, review.comment, context.now, principal.id, attempt.key, attempt.fingerprint],
    );
  });
  if (isFirst) return { ...glass, ...reviewed };
  const now = await findGlass(context, 'id = $1', [id]);
  return sameReview(context, now ?? glass, attempt);
}

/** The reviewer of the authority that the actor works in; of two municipalities each has its own. */
export function isOwnReviewer({ assertion: { principal } }: SubgraphContext, glass: BreakGlass): boolean {
  return (
    principal.role === 'AUDITOR' &&
    principal.agency === glass.agency &&
    principal.municipality === glass.municipality
  );
}

async function mayReview(context: SubgraphContext, glass: BreakGlass): Promise<boolean> {
  if (glass.principal === context.assertion.principal.id) return false;
  if (isOwnReviewer(context, glass)) return true;
  const desk = await loadDesk(context, [glass.child]);
  return glass.owners.some((owner) => desk.isTold(owner, glass.child));
}

/** @throws CONFLICT */
function sameReview(
  { assertion }: SubgraphContext,
  glass: BreakGlass,
  { key, fingerprint }: Attempt,
): BreakGlass {
  if (key === null || glass.reviewKey !== key || glass.reviewedBy !== assertion.principal.id) {
    throw hubError('CONFLICT', {
      sv: 'Nödöppningen är redan granskad.',
      en: 'The broken glass is reviewed already.',
    });
  }
  assertSameAttempt({ fingerprint: glass.reviewFingerprint ?? '' }, fingerprint);
  return glass;
}

function notYours(): Error {
  return hubError('NOT_FOUND', {
    sv: 'Ingen nödöppning med den beteckningen är din att granska. Ingen granskar sin egen.',
    en: 'No broken glass of that id is yours to review. Nobody reviews their own.',
  });
}

function escalated(): Error {
  return hubError('CONFLICT', {
    sv: 'De 72 timmarna har gått: nu granskar bara myndighetens granskare (AUDITOR).',
    en: 'The 72 hours are over: only the agency’s reviewer (AUDITOR) reviews it now.',
  });
}
