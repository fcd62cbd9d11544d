import { addHours } from '../../../shared/time/stockholm';
import { findCurrentEpisode } from '../../absconding/currentEpisode';
import type { DeadlineRule } from '../deadline';
import { happenedSince } from '../happenedSince';
import { stateOf } from '../stateOf';

/** R11: after assignment the home reaches guardian and social worker within 24 hours of the discovery. */
export const informGuardian: DeadlineRule = (facts, now) => {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const current = findCurrentEpisode(facts.municipality, facts.police);
  if (current === null || current.episode.arrivalStage) return null;
  const { episode, phase } = current;
  const dueAt = addHours(new Date(episode.discoveredAt ?? episode.abscondedAt), 24);
  const done = happenedSince(facts.municipality.guardianInformedAt, episode.abscondedAt);
  return {
    kind: 'INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H',
    dueAt: dueAt.toISOString(),
    owner: 'HOME',
    state: stateOf({ done, cancelled: phase !== 'AWAY', dueAt, now }),
  };
};
