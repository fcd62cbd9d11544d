import { addMonths } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';
import { happenedSince } from '../happenedSince';
import { stateOf } from '../stateOf';

/**
 * SoL 29:11: a municipality that is asked to take a case over has a calendar month to answer. After a month of silence
 * the one that asked can turn to the inspectorate (IVO), so it is that one's to see to.
 */
export const transferAnswer: DeadlineRule = ({ duties }, now) => {
  if (!duties?.municipality) return { undecidable: ['MUNICIPALITY'] };
  const { transferRequestedAt, transferAnsweredAt } = duties.municipality;
  if (transferRequestedAt === null) return null;
  const dueAt = addMonths(new Date(transferRequestedAt), 1);
  return {
    kind: 'TRANSFER_ANSWER_1M',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done: happenedSince(transferAnsweredAt, transferRequestedAt), dueAt, now }),
  };
};
