import type { DutyTurn } from '../../../schema/protocol/dutyTurn';
import type { SubgraphContext } from '../context';
import { bindNamed } from '../loading/bindNamed';
import { localDate } from '../time/stockholm';
import { changeOnce } from '../writing/changeOnce';
import type { Attempt } from '../writing/once';
import { dutyNotYours } from './dutyNotYours';

/**
 * Records that the caller sees to a duty, once for its child, kind, due moment and owner: whoever says so second, at
 * the same moment too, is answered with the first.
 *
 * @param own SQL over the child as `c`, as in `AccessFactsSql`: it is the caller's own
 * @returns when it was taken on, ISO 8601
 * @throws NOT_FOUND alike for a child the agency does not hold and one that is not the caller's, CONFLICT
 */
export function takeDuty(
  context: SubgraphContext,
  own: string,
  { children, kind, dueAt, owner }: DutyTurn,
  attempt: Attempt,
): Promise<string> {
  const { principal, caseReference } = context.assertion;
  return changeOnce(context, 'acknowledgeDuty', attempt, async ({ query, references, publish }) => {
    const { id, role, agency, municipality } = principal;
    // Those that the turn was derived of and that are one child still.
    const known = references.of(children[0]!).filter((each) => children.includes(each));
    const [mine] = await query<{ id: string }>(
      ...bindNamed(
        `SELECT c.id FROM child c WHERE c.id = ANY(:children::text[]) AND (${own})
        ORDER BY array_position(:children::text[], c.id) LIMIT 1`,
        { children: known, principal: id, role, agency, municipality, today: localDate(context.now) },
      ),
    );
    if (!mine) {
      references.assertKnown();
      throw dutyNotYours();
    }
    const taken = await query(
      `INSERT INTO duty_taken (child_id, kind, due_at, owner, taken_at, taken_by, role, case_reference)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING kind`,
      [mine.id, kind, dueAt, owner, context.now, id, role, caseReference],
    );
    if (taken.length > 0) {
      await publish({ type: 'DUTY_ACKNOWLEDGED', child: mine.id, municipality });
      return context.now.toISOString();
    }
    const [first] = await query<{ at: Date }>(
      'SELECT taken_at AS at FROM duty_taken WHERE child_id = $1 AND kind = $2 AND due_at = $3 AND owner = $4',
      [mine.id, kind, dueAt, owner],
    );
    return first!.at.toISOString();
  });
}
