import { addHours } from '../../../shared/time/stockholm';
import { findCurrentEpisode } from '../../absconding/currentEpisode';
import type { DeadlineRule } from '../deadline';

/**
 * R10: the risk of trafficking is greatest in the first 48 hours. A watch, not a task: it is over when the hours have
 * passed. The plan says so of the arrival stage; the watch is kept for every absconding, since a priority too many
 * costs less than one too few.
 */
export const traffickingWatch: DeadlineRule = (facts, now) => {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const current = findCurrentEpisode(facts.municipality, facts.police);
  if (current === null) return null;
  const dueAt = addHours(new Date(current.episode.abscondedAt), 48);
  const over = now >= dueAt;
  return {
    kind: 'TRAFFICKING_WATCH_48H',
    dueAt: dueAt.toISOString(),
    owner: 'POLICE',
    state: over ? 'DONE' : current.phase === 'AWAY' ? 'PENDING' : 'CANCELLED',
  };
};
