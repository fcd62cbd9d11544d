import { findCurrentEpisode } from '../../absconding/currentEpisode';
import { missingFrom } from '../../absconding/missingFrom';
import type { DeadlineRule } from '../deadline';

/** R02: the absconded child counts as missing from three calendar months. Happens by itself, so it is never overdue. */
export const missingAfterThreeMonths: DeadlineRule = (facts, now) => {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const current = findCurrentEpisode(facts.municipality, facts.police);
  if (current === null) return null;
  const dueAt = missingFrom(new Date(current.episode.abscondedAt));
  const whileAway = now >= dueAt ? 'DONE' : 'PENDING';
  return {
    kind: 'MISSING_AFTER_3M',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: current.phase === 'AWAY' ? whileAway : 'CANCELLED',
  };
};
