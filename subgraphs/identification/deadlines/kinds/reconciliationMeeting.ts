import { endOfDay } from '../../../shared/time/stockholm';
import { findCurrentEpisode } from '../../absconding/currentEpisode';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/** R18: the meeting that the last one set a day for, before that day is over. A meeting held moves or ends it. */
export const reconciliationMeeting: DeadlineRule = (facts, now) => {
  if (!facts.municipality || !facts.duties?.municipality) return { undecidable: ['MUNICIPALITY'] };
  const { nextMeetingOn } = facts.duties.municipality;
  const current = findCurrentEpisode(facts.municipality, facts.police);
  if (current === null || nextMeetingOn === null) return null;
  const dueAt = endOfDay(nextMeetingOn);
  const cancelled = current.phase !== 'AWAY' || facts.municipality.caseStatus === 'CLOSED';
  return {
    kind: 'RECONCILIATION_MEETING',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done: false, cancelled, dueAt, now }),
  };
};
