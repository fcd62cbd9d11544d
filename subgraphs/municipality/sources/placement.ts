import type { SubgraphContext } from '../../shared/context';
import type { FieldSql } from '../../shared/loading/rowLoader';
import { localDate } from '../../shared/time/stockholm';
import { jsonObject, judgedObject } from '../../shared/loading/judgedObject';
import type { Placement } from '../resolvers/placement';

/** The placement that is in force on a day, given as SQL; as `p`. */
export function placementOn(day: string): string {
  return `FROM placement p WHERE p.child_id = c.id AND p.since <= ${day}::date
    AND (p.until IS NULL OR p.until >= ${day}::date) ORDER BY p.since DESC, p.id DESC LIMIT 1`;
}

/**
 * The day on which the care that goes on on a day began, over the child as `c`; null when the child is placed nowhere.
 * Placements that follow upon each other are one care: a move does not begin it anew.
 *
 * @param day SQL for the day
 */
export function careSince(day: string): string {
  return `(SELECT to_char(max(p.since), 'YYYY-MM-DD') FROM placement p WHERE p.child_id = c.id AND p.since <= ${day}::date
    AND NOT EXISTS (SELECT FROM placement b WHERE b.child_id = c.id AND b.since < p.since
      AND (b.until IS NULL OR b.until >= p.since - 1))
    AND EXISTS (SELECT FROM placement t WHERE t.child_id = c.id AND t.since <= ${day}::date
      AND (t.until IS NULL OR t.until >= ${day}::date)))`;
}

const columns = {
  type: 'p.type',
  municipality: 'p.municipality',
  placedBy: 'p.placed_by',
  since: 'p.since',
  until: 'p.until',
  name: unlessShelter('p.name'),
  address: unlessShelter('p.address'),
  version: 'p.version',
};

/** The address of a shelter is never released (OSL 26:14 c), whoever asks and whatever the matrix opens. */
function unlessShelter(sql: string): string {
  return `CASE WHEN p.type <> 'PROTECTED_HOUSING' THEN ${sql} END`;
}

export const placement: FieldSql = (gate, now) =>
  `(SELECT ${judgedObject(gate, 'Placement', columns)} ${placementOn(gate.bind(localDate(now)))})`;

/** The placement as whoever has just recorded it sees it; a shelter's address not even then. */
export async function readOwnPlacement(context: SubgraphContext, id: string): Promise<Placement> {
  const [row] = await context.query<{ record: Placement }>(
    `SELECT ${jsonObject(columns)} AS record FROM placement p WHERE p.id = $1`,
    [id],
  );
  return row!.record;
}
