import type { AbscondingEpisodeRecord, ReleaseRecord } from '../municipality/records';

/** The rows of the access matrix that say whether, since when and until when a child was away. */
const rows = ['municipality.absconding', 'municipality.abscondingStatus', 'municipality.returnDate'];

/** Those whom the municipality tells of each absconding and each return (NB, STH). */
const receivers = ['POLICE', 'MIGRATION_AGENCY'] as const;

/**
 * The municipality's own releases: it needs them told in order to do its own task (OSL 10:2), and nothing else of
 * the social services' secrecy opens for police or Migration Agency.
 */
export function abscondingReleases(episodes: readonly AbscondingEpisodeRecord[]): ReleaseRecord[] {
  return episodes.flatMap((episode) =>
    notices(episode).flatMap((releasedAt) =>
      receivers.map((toAgency) => ({
        toAgency,
        rows,
        basis: 'OSL_10_2',
        releasedAt,
        releasedBy: 'socialjouren',
      })),
    ),
  );
}

function notices(episode: AbscondingEpisodeRecord): string[] {
  const gone = episode.discoveredAt ?? episode.abscondedAt;
  return episode.returnedAt ? [gone, episode.returnedAt] : [gone];
}
