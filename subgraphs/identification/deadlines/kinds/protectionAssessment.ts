import { addHours } from '../../../shared/time/stockholm';
import { findCurrentEpisode } from '../../absconding/currentEpisode';
import type { ChildFacts, MunicipalityFacts } from '../../facts';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/** "Genast" (SoL 20:1) carries no number of hours: the assessment is due within a day of what called for it. */
const hoursOfAtOnce = 24;

/**
 * R13: social services assess the need of immediate protection at once, on a report of concern and on learning that
 * the child has absconded. The later of the two counts: an old assessment says nothing about a new danger.
 */
export const protectionAssessment: DeadlineRule = (facts, now) => {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const cause = lastCause(facts, facts.municipality);
  if (cause === null) return null;
  const { protectionAssessedAt, caseStatus } = facts.municipality;
  const dueAt = addHours(cause.at, hoursOfAtOnce);
  const done = protectionAssessedAt !== null && new Date(protectionAssessedAt) >= cause.at;
  return {
    kind: 'PROTECTION_ASSESSMENT',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done, cancelled: cause.over || caseStatus === 'CLOSED', dueAt, now }),
  };
};

function lastCause(facts: ChildFacts, municipality: MunicipalityFacts): { at: Date; over: boolean } | null {
  const current = findCurrentEpisode(municipality, facts.police);
  const concern = municipality.concernReceivedAt ? new Date(municipality.concernReceivedAt) : null;
  if (current === null) return concern && { at: concern, over: false };
  const learnt = new Date(current.episode.discoveredAt ?? current.episode.abscondedAt);
  if (concern !== null && concern >= learnt) return { at: concern, over: false };
  return { at: learnt, over: current.phase !== 'AWAY' };
}
