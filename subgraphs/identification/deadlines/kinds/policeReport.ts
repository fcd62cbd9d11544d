import { addHours } from '../../../shared/time/stockholm';
import { findCurrentEpisode } from '../../absconding/currentEpisode';
import type { ChildFacts, EpisodeFacts, MunicipalityFacts } from '../../facts';
import type { RoutineActor } from '../../routines/step';
import type { DeadlineRule } from '../deadline';
import { happenedSince } from '../happenedSince';
import { stateOf } from '../stateOf';
import { takersOf } from '../takersOf';

/**
 * In hours after the discovery: an owner who has neither reported nor taken the task on by then is out of reach, and
 * the next one in the chain takes over in time for the 24 hours. Whoever takes it on keeps it until it is due.
 */
const turns: readonly { readonly owner: RoutineActor; readonly until: number }[] = [
  { owner: 'GUARDIAN', until: 12 },
  { owner: 'SOCIAL_SERVICES', until: 18 },
  { owner: 'HOME', until: 24 },
];

/**
 * R10, R12: the police know within 24 hours of the discovery. One task per absconding, whoever does it; the plans
 * disagree on who must (guardian, social worker, home), so it passes down a chain of owners instead. Too late, it is
 * social services' again, who answer for the child's case.
 */
export const policeReport: DeadlineRule = (facts, now) => {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const current = findCurrentEpisode(facts.municipality, facts.police);
  if (current === null) return null;
  if (!facts.police) return { undecidable: ['POLICE'] };
  const { episode, phase } = current;
  const discovered = new Date(episode.discoveredAt ?? episode.abscondedAt);
  const dueAt = addHours(discovered, 24);
  const done = isReported(facts.police.missingReportedAt, facts.municipality, episode);
  const chain = chainOf(episode, facts);
  const turn = chain.find(({ until }) => now < addHours(discovered, until))?.owner ?? 'SOCIAL_SERVICES';
  const [taker] = takersOf(facts, { kind: 'POLICE_REPORT_24H', dueAt: dueAt.toISOString() });
  return {
    kind: 'POLICE_REPORT_24H',
    dueAt: dueAt.toISOString(),
    owner: now < dueAt ? (taker?.owner ?? turn) : 'SOCIAL_SERVICES',
    state: stateOf({ done, cancelled: phase !== 'AWAY', dueAt, now }),
    passesOnAt: taker ? [] : chain.map(({ until }) => addHours(discovered, until).toISOString()),
  };
};

/**
 * A report of the day counts: it may have come before the hour that was entered afterwards. When the child was back
 * from an earlier absconding that same day, the report may have been about that one, and the hour decides.
 */
function isReported(
  reportedAt: string | null,
  { episodes }: MunicipalityFacts,
  { abscondedAt }: EpisodeFacts,
): boolean {
  const backToday = episodes.some(({ abscondedAt: earlier, returnedAt, leftCountryConfirmedAt }) => {
    const over = returnedAt ?? leftCountryConfirmedAt;
    return Date.parse(earlier) < Date.parse(abscondedAt) && happenedSince(over, abscondedAt);
  });
  if (!backToday) return happenedSince(reportedAt, abscondedAt);
  return reportedAt !== null && Date.parse(reportedAt) >= Date.parse(abscondedAt);
}

/** In the arrival stage there is seldom a guardian, and R10 gives the task to whoever discovered: social services. */
function chainOf(episode: EpisodeFacts, { guardianship }: ChildFacts): typeof turns {
  const guardian = !episode.arrivalStage && guardianship?.hasGuardian === true;
  return turns.filter(({ owner }) => {
    return owner === 'SOCIAL_SERVICES' || (owner === 'GUARDIAN' ? guardian : !episode.arrivalStage);
  });
}
