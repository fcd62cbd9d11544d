import { localDate } from '../../shared/time/stockholm';
import type { ChildFacts, Undecidable } from '../facts';
import { findCurrentEpisode, type CurrentEpisode } from './currentEpisode';
import { missingFrom } from './missingFrom';
import type { AbscondingStatus } from './status';

export interface AbscondingSummary {
  /** Away from the placement and not back: true for a child who was found but has not returned. */
  absconded: boolean;
  /** The local date since which the child is away; null when it is not. */
  abscondedOn: string | null;
  /** Where the newest absconding stands; null when there never was one. */
  status: AbscondingStatus | null;
  /** Whether the child left before it was assigned to a municipality; null when it is not away. */
  arrivalStage: boolean | null;
}

/**
 * Has the child absconded, since when (R02). The municipality keeps the episodes, so without its answer there is
 * none. The police's found events refine the status when they are there; a silent police does not hide since when a
 * child is gone. That the case was closed changes nothing: the child is as missing as before.
 */
export function summariseAbsconding(facts: ChildFacts, now: Date): AbscondingSummary | Undecidable {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const current = findCurrentEpisode(facts.municipality, facts.police);
  const status = current && statusOf(current, now);
  if (current === null || status === 'RETURNED' || status === 'CLOSED') {
    return { absconded: false, abscondedOn: null, status, arrivalStage: null };
  }
  const { abscondedAt, arrivalStage } = current.episode;
  return { absconded: true, abscondedOn: localDate(new Date(abscondedAt)), status, arrivalStage };
}

function statusOf({ episode, phase }: CurrentEpisode, now: Date): AbscondingStatus {
  switch (phase) {
    case 'RETURNED':
    case 'FOUND':
      return phase;
    case 'LEFT_COUNTRY':
      return 'CLOSED';
    case 'AWAY':
      return now >= missingFrom(new Date(episode.abscondedAt)) ? 'MISSING' : 'ABSCONDED';
  }
}
