import type { FieldSql } from '../../shared/loading/rowLoader';
import { localDate } from '../../shared/time/stockholm';
import { judgedObject } from '../../shared/loading/judgedObject';

/** The placement that is in force on a day, given as SQL; as `p`. */
export function placementOn(day: string): string {
  return `FROM placement p WHERE p.child_id = c.id AND p.since <= ${day}::date
    AND (p.until IS NULL OR p.until >= ${day}::date) ORDER BY p.since DESC, p.id DESC LIMIT 1`;
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
