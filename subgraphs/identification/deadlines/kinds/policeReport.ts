import { addHours } from '../../../shared/time/stockholm';
import { findCurrentEpisode } from '../../absconding/currentEpisode';
import type { ChildFacts, EpisodeFacts } from '../../facts';
import type { RoutineActor } from '../../routines/step';
import type { DeadlineRule } from '../deadline';
import { happenedSince } from '../happenedSince';
import { stateOf } from '../stateOf';

/** A guardian who has not reported by then is out of reach: social services take over, in time for the 24 hours. */
const hoursUntilEscalation = 12;

/**
 * R10, R12: the police know within 24 hours of the discovery. One task per absconding, whoever does it; the plans
 * disagree on who must (guardian, social worker, home), so it passes down a chain of owners instead.
 */
export const policeReport: DeadlineRule = (facts, now) => {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const current = findCurrentEpisode(facts.municipality, facts.police);
  if (current === null) return null;
  if (!facts.police) return { undecidable: ['POLICE'] };
  const { episode, phase } = current;
  const discovered = new Date(episode.discoveredAt ?? episode.abscondedAt);
  const dueAt = addHours(discovered, 24);
  const done = happenedSince(facts.police.missingReportedAt, episode.abscondedAt);
  return {
    kind: 'POLICE_REPORT_24H',
    dueAt: dueAt.toISOString(),
    owner: ownerOf(episode, facts, now >= addHours(discovered, hoursUntilEscalation)),
    state: stateOf({ done, cancelled: phase !== 'AWAY', dueAt, now }),
  };
};

/** In the arrival stage there is seldom a guardian, and R10 gives the task to whoever discovered: social services. */
function ownerOf(episode: EpisodeFacts, facts: ChildFacts, escalated: boolean): RoutineActor {
  const guardian = !episode.arrivalStage && facts.guardianship?.hasGuardian === true;
  return guardian && !escalated ? 'GUARDIAN' : 'SOCIAL_SERVICES';
}
