import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { assertVersion } from '../../shared/writing/assertVersion';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import { currentOrLast } from '../inForce';

/** Where no board is competent, Stockholm's is (FB 16:2). */
const stockholm = '0180';

/**
 * Hands the watched case of a child that is gone over to Stockholm's board (VG).
 * @returns the guardianship's id
 * @throws NOT_FOUND, CONFLICT
 */
export async function transferWatch(
  change: Change,
  { child: named, expectedVersion }: { readonly child: string; readonly expectedVersion: number | null },
  { assertion }: Pick<SubgraphContext, 'assertion'>,
): Promise<string> {
  const child = await lockChild(change, named, {
    where: `coalesce((SELECT g.board_municipality ${currentOrLast}) = $2, false)`,
    parameters: [assertion.principal.municipality],
    otherwise: {
      sv: 'Er överförmyndare har tillsyn över inget barn med den referensen.',
      en: 'Your board supervises no child of that reference.',
    },
  });
  const [held] = (await change.query(
    `SELECT g.* FROM child c, LATERAL (SELECT g.id::text AS id, g.version,
      g.watched_since IS NOT NULL AND g.board_municipality <> '${stockholm}' AS movable ${currentOrLast}) g
    WHERE c.id = $1`,
    [child],
  )) as [{ id: string; version: number; movable: boolean }];
  if (!held.movable) throw notWatched(held.version);
  assertVersion(held.version, expectedVersion);
  await change.query(`UPDATE guardianship SET board_municipality = $2, board_contact = NULL WHERE id = $1`, [
    held.id,
    stockholm,
  ]);
  await change.publish({ type: 'RESPONSIBILITY_CHANGED', child, municipality: stockholm });
  return held.id;
}

function notWatched(version: number): Error {
  return hubError(
    'CONFLICT',
    {
      sv: 'Ärendet är inte under bevakning, eller finns redan hos Stockholms överförmyndarnämnd.',
      en: 'The case is not watched, or is with Stockholm’s board already.',
    },
    { version },
  );
}
