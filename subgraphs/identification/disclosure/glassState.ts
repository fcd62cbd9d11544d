import type { BreakGlass } from '../entities/breakGlass';
import { addHours } from '../../shared/time/stockholm';

export type GlassState = 'UNREVIEWED' | 'APPROVED' | 'REJECTED' | 'ESCALATED';

/** Hours within which a second person reviews a broken glass. */
const reviewHours = 72;

export function reviewDueAt(openedAt: Date): Date {
  return addHours(openedAt, reviewHours);
}

/** Where the review of a broken glass stands at a moment. */
export function glassStateOf(
  { openedAt, approved }: Pick<BreakGlass, 'openedAt' | 'approved'>,
  now: Date,
): GlassState {
  if (approved !== null) return approved ? 'APPROVED' : 'REJECTED';
  return now <= reviewDueAt(openedAt) ? 'UNREVIEWED' : 'ESCALATED';
}
