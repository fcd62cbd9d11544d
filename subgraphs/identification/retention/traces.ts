import { keepGroups } from '../links/keepGroups';
import { loadLinked } from '../links/loadLinked';
import { partsOf, type Pair } from '../links/partsOf';
import type { ChildTraces } from '../../shared/retention/eraseChild';
import type { Sql } from '../../shared/retention/sql';

const ofChild = 'r.child = $1';

/** What the hub's own tables hold about a child. */
export const traces: ChildTraces = {
  rows: [
    { table: 'identification', where: ofChild },
    { table: 'consent', where: ofChild },
    { table: 'disclosure_request', where: ofChild },
    { table: 'owner_notice', where: 'r.break_glass_id IN (SELECT id FROM break_glass WHERE child = $1)' },
    { table: 'break_glass', where: ofChild },
    { table: 'fishing_alarm', where: ofChild },
    { table: 'log_review', where: 'r.operation_id::text = ANY($2)' },
    { table: 'dead_letter', where: ofChild },
    { table: 'duty_watch', where: ofChild },
    { table: 'duty_event', where: ofChild },
    { table: 'child_link', where: 'r.one = $1 OR r.other = $1' },
  ],
  before: partGroup,
};

/** The child's other references stay one child as far as links between themselves hold them together. */
async function partGroup(sql: Sql, child: string): Promise<void> {
  const references = (await loadLinked(sql, [child])).of(child);
  const others = references.filter((reference) => reference !== child);
  const pairs = await sql.query<Pair>(
    'SELECT one, other FROM child_link WHERE unlinked_at IS NULL AND one = ANY($1) AND other = ANY($1)',
    [others],
  );
  await keepGroups(sql, [[child], ...partsOf(others, pairs)]);
}
