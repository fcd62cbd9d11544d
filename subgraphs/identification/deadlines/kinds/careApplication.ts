import { addDays } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/**
 * LVU 8 §: care is applied for within four weeks of the day on which the order was executed. While the child is gone
 * nothing has been executed, so nothing is due.
 */
export const careApplication: DeadlineRule = ({ municipality }, now) => {
  if (!municipality) return { undecidable: ['MUNICIPALITY'] };
  const { careOrderExecutedAt, careOrderDecidedAt, careAppliedAt } = municipality;
  if (careOrderExecutedAt === null) return null;
  const dueAt = addDays(new Date(careOrderExecutedAt), 28);
  const done =
    careAppliedAt !== null &&
    Date.parse(careAppliedAt) >= Date.parse(careOrderDecidedAt ?? careOrderExecutedAt);
  return {
    kind: 'LVU_APPLY_4W',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done, dueAt, now }),
  };
};
