import type { EpisodeFacts, MunicipalityFacts, PoliceFacts } from '../facts';

/**
 * Where an episode stands. A child who was found but is not back is still away from its placement; a child who is
 * confirmed to have left the country is no longer looked for.
 */
export type EpisodePhase = 'AWAY' | 'FOUND' | 'RETURNED' | 'LEFT_COUNTRY';

export interface CurrentEpisode {
  episode: EpisodeFacts;
  phase: EpisodePhase;
}

/** The newest absconding and where it stands, or null when there was none. A silent police adds no found events. */
export function findCurrentEpisode(
  municipality: MunicipalityFacts,
  police: PoliceFacts | null,
): CurrentEpisode | null {
  // Sorted here too: the order of an answer over the network is a promise, the date is a fact.
  const [episode] = [...municipality.episodes].sort(
    (a, b) => Date.parse(b.abscondedAt) - Date.parse(a.abscondedAt),
  );
  return episode ? { episode, phase: phaseOf(episode, lastFoundAt(episode, police)) } : null;
}

function phaseOf(episode: EpisodeFacts, foundAt: number | null): EpisodePhase {
  if (episode.returnedAt !== null) return 'RETURNED';
  const left = episode.leftCountryConfirmedAt;
  if (foundAt !== null && (left === null || foundAt > Date.parse(left))) return 'FOUND';
  return left === null ? 'AWAY' : 'LEFT_COUNTRY';
}

/** The last time the child was found during the episode, by the municipality or by the police, in milliseconds. */
function lastFoundAt(episode: EpisodeFacts, police: PoliceFacts | null): number | null {
  const began = Date.parse(episode.abscondedAt);
  const finds = (police?.foundEvents ?? []).map((event) => Date.parse(event.at)).filter((at) => at >= began);
  if (episode.foundAt !== null) finds.push(Date.parse(episode.foundAt));
  return finds.length === 0 ? null : Math.max(...finds);
}
