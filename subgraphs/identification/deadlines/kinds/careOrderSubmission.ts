import { addDays } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/** LVU 7 §: the order on immediate care is submitted to the administrative court within a week, or it lapses. */
export const careOrderSubmission: DeadlineRule = ({ municipality }, now) => {
  if (!municipality) return { undecidable: ['MUNICIPALITY'] };
  const { careOrderDecidedAt, careOrderSubmittedAt } = municipality;
  if (careOrderDecidedAt === null) return null;
  const decided = new Date(careOrderDecidedAt);
  const dueAt = addDays(decided, 7);
  const done = careOrderSubmittedAt !== null && new Date(careOrderSubmittedAt) >= decided;
  return {
    kind: 'LVU_SUBMIT_1W',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done, dueAt, now }),
  };
};
