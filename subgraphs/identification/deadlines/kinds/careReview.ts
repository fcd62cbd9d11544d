import { addMonthsToDate, endOfDay } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/**
 * SoL 22:13: whether the care of a placed child is still needed is reviewed at least every six months, from the day
 * the care began, then from each review; a move does not begin it anew. A review made moves the day.
 */
export const careReview: DeadlineRule = ({ municipality, duties }, now) => {
  if (!municipality || !duties?.municipality) return { undecidable: ['MUNICIPALITY'] };
  const { careSince, careReviewedOn } = duties.municipality;
  if (careSince === null) return null;
  // A review before this care began was of another.
  const last = careReviewedOn !== null && careReviewedOn > careSince ? careReviewedOn : careSince;
  const dueAt = endOfDay(addMonthsToDate(last, 6));
  return {
    kind: 'CARE_REVIEW_6M',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done: false, cancelled: municipality.caseStatus === 'CLOSED', dueAt, now }),
  };
};
