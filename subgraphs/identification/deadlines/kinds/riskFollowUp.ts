import { endOfDay } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/** R34: the next follow-up of the risk plan, due before its day is over. A follow-up made moves the date. */
export const riskFollowUp: DeadlineRule = ({ municipality }, now) => {
  if (!municipality) return { undecidable: ['MUNICIPALITY'] };
  if (municipality.nextRiskFollowUpOn === null) return null;
  const dueAt = endOfDay(municipality.nextRiskFollowUpOn);
  return {
    kind: 'RISK_FOLLOW_UP',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done: false, cancelled: municipality.caseStatus === 'CLOSED', dueAt, now }),
  };
};
