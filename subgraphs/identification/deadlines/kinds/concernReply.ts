import { addDays } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/**
 * SoL 19:6: whoever reported a concern is told whether an investigation was opened within a week of the decision. Of
 * reports that came in through the hub; of others only the municipality's own system knows.
 */
export const concernReply: DeadlineRule = ({ duties }, now) => {
  if (!duties?.municipality) return { undecidable: ['MUNICIPALITY'] };
  const { concernDecidedAt, reporterToldAt } = duties.municipality;
  if (concernDecidedAt === null) return null;
  const dueAt = addDays(new Date(concernDecidedAt), 7);
  return {
    kind: 'CONCERN_REPLY_1W',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done: reporterToldAt !== null, dueAt, now }),
  };
};
