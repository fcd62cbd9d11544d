import type { SubgraphContext } from '../../shared/context';
import { badInput } from '../../shared/writing/badInput';
import { assertVersion } from '../../shared/writing/assertVersion';
import { changeOnce } from '../../shared/writing/changeOnce';
import { lockChild } from '../../shared/writing/lockChild';
import { nextVersion } from '../../shared/writing/nextVersion';
import type { Attempt } from '../../shared/writing/once';
import type { PlacementType } from '../vocabulary';
import { inCharge } from '../lifecycle/ownChildren';

export interface GivenPlacement {
  readonly child: string;
  readonly type: PlacementType;
  readonly municipality: string;
  readonly since: string;
  readonly name: string | null;
  readonly address: string | null;
  /** Of the latest placement, 0 when there was none; null: whatever it is. */
  readonly expectedVersion: number | null;
}

/**
 * Places a child in the caller's municipality's charge; the placement before it ends the day before, so that one is in
 * force on each day. The municipality stays responsible, wherever the home lies (SoL 29:2).
 *
 * @returns the number of the placement
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT
 */
export function placeChild(
  context: SubgraphContext,
  given: GivenPlacement,
  attempt: Attempt,
): Promise<string> {
  const { since } = given;
  return changeOnce(context, 'recordPlacement', attempt, async (change) => {
    const { query, publish } = change;
    const child = await lockChild(change, given.child, inCharge(context));
    const [latest] = await query<{ since: string; version: number }>(
      `SELECT to_char(since, 'YYYY-MM-DD') AS since, version FROM placement WHERE child_id = $1
       ORDER BY since DESC, id DESC LIMIT 1`,
      [child],
    );
    assertVersion(latest?.version ?? 0, given.expectedVersion);
    if (latest && since < latest.since) throw tooEarly(since, latest.since);
    await query(
      `UPDATE placement SET until = greatest(since, $2::date - 1)
       WHERE child_id = $1 AND (until IS NULL OR until >= $2)`,
      [child, since],
    );
    const placedBy = context.assertion.principal.municipality!;
    const [made] = await query<{ id: string }>(
      `INSERT INTO placement (child_id, type, municipality, placed_by, since, name, address, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, ${nextVersion('placement')}) RETURNING id::text AS id`,
      [child, given.type, given.municipality, placedBy, since, given.name, given.address],
    );
    await publish({ type: 'PLACED', child, municipality: placedBy });
    return made!.id;
  });
}

function tooEarly(since: string, latest: string): Error {
  return badInput('since', {
    sv: `since ${since} är före den senaste placeringen, ${latest}.`,
    en: `since ${since} is before the latest placement, ${latest}.`,
  });
}
