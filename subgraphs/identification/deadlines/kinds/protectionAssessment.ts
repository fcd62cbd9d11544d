import { addHours } from '../../../shared/time/stockholm';
import { findCurrentEpisode } from '../../absconding/currentEpisode';
import type { ChildFacts, MunicipalityFacts } from '../../facts';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/** "Genast" (SoL 20:1) carries no number of hours: the assessment is due within a day of what called for it. */
const hoursOfAtOnce = 24;

/**
 * R13: social services assess the need of immediate protection at once, on a report of concern and on learning that
 * the child has absconded. An old assessment says nothing about a new danger, and a new danger does not put off what
 * an older one called for: of those that nobody has assessed since, the first is due.
 */
export const protectionAssessment: DeadlineRule = (facts, now) => {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const { protectionAssessedAt, caseStatus } = facts.municipality;
  const causes = causesOf(facts, facts.municipality).map((cause) => ({
    ...cause,
    done: protectionAssessedAt !== null && new Date(protectionAssessedAt) >= cause.at,
  }));
  const cause = causes.find(({ done, over }) => !done && !over) ?? causes.at(-1);
  if (!cause) return null;
  const { at, done, over } = cause;
  const dueAt = addHours(at, hoursOfAtOnce);
  return {
    kind: 'PROTECTION_ASSESSMENT',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done, cancelled: over || caseStatus === 'CLOSED', dueAt, now }),
  };
};

interface Cause {
  readonly at: Date;
  /** Nothing is left to protect from: the child is found, back or abroad. */
  readonly over: boolean;
}

/** Earliest first. */
function causesOf(facts: ChildFacts, municipality: MunicipalityFacts): Cause[] {
  const current = findCurrentEpisode(municipality, facts.police);
  const concern = municipality.concernToAssessAt;
  const causes: Cause[] = concern === null ? [] : [{ at: new Date(concern), over: false }];
  if (current !== null) {
    const { episode, phase } = current;
    causes.unshift({ at: new Date(episode.discoveredAt ?? episode.abscondedAt), over: phase !== 'AWAY' });
  }
  return causes.sort((a, b) => a.at.getTime() - b.at.getTime());
}
