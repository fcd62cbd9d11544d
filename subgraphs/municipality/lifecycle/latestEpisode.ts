import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import type { Change } from '../../shared/writing/change';
import type { AbscondingEpisode } from '../resolvers/abscondingEpisode';
import { ownEpisode } from '../sources/episodes';

/** The newest absconding of a child, as a change finds it. */
export interface LatestEpisode {
  readonly id: string;
  readonly abscondedAt: Date;
  readonly discoveredAt: Date | null;
  readonly foundAt: Date | null;
  readonly returnedAt: Date | null;
  readonly leftCountryAt: Date | null;
  readonly version: number;
}

export async function findLatestEpisode({ query }: Change, child: string): Promise<LatestEpisode | null> {
  const [episode] = await query<LatestEpisode>(
    `SELECT id, absconded_at AS "abscondedAt", discovered_at AS "discoveredAt", found_at AS "foundAt",
      returned_at AS "returnedAt", left_country_confirmed_at AS "leftCountryAt", version
    FROM absconding_episode WHERE child_id = $1 ORDER BY absconded_at DESC, id DESC LIMIT 1`,
    [child],
  );
  return episode ?? null;
}

/** @throws CONFLICT when the child has never absconded */
export async function demandEpisode(change: Change, child: string): Promise<LatestEpisode> {
  const episode = await findLatestEpisode(change, child);
  if (episode) return episode;
  throw hubError('CONFLICT', {
    sv: 'Inget avvikande är registrerat för barnet. Registrera avvikandet först.',
    en: 'No absconding of the child is registered. Report the absconding first.',
  });
}

/** Still looked for: not back, and not confirmed abroad unless it was found after that. */
export function isGoingOn({ returnedAt, leftCountryAt, foundAt }: LatestEpisode): boolean {
  return returnedAt === null && (leftCountryAt === null || (foundAt !== null && foundAt > leftCountryAt));
}

/** The episode as it is now, for whoever has just changed it. */
export async function findEpisode(
  { query, now }: Pick<SubgraphContext, 'query' | 'now'>,
  id: string,
): Promise<AbscondingEpisode> {
  const [row] = (await query<{ record: AbscondingEpisode }>(
    `SELECT ${ownEpisode()} AS record FROM absconding_episode e WHERE e.id = $1`,
    [id, now],
  )) as [{ record: AbscondingEpisode }];
  return row.record;
}
