import { addMonths } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/** SoL 20:3: the investigation is finished within four calendar months. It outlives a closed case (SoL 29:9). */
export const investigation: DeadlineRule = ({ municipality }, now) => {
  if (!municipality) return { undecidable: ['MUNICIPALITY'] };
  const { investigationOpenedAt, investigationClosedAt } = municipality;
  if (investigationOpenedAt === null) return null;
  const opened = new Date(investigationOpenedAt);
  const dueAt = addMonths(opened, 4);
  const done = investigationClosedAt !== null && new Date(investigationClosedAt) >= opened;
  return {
    kind: 'INVESTIGATION_4M',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done, dueAt, now }),
  };
};
