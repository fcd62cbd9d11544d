import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '../../shared/context';
import type { Change } from '../../shared/writing/change';
import { changeOnce } from '../../shared/writing/changeOnce';
import type { Attempt } from '../../shared/writing/once';
import type { ReadConcern } from './readConcern';

/**
 * Takes in a report of concern. Whether the child is in the register makes no difference that a reporter could tell:
 * not in the answer, nor in the statements.
 *
 * @returns its id, by which the reporter may ask what came of it
 */
export function submitConcern(
  context: SubgraphContext,
  concern: ReadConcern,
  attempt: Attempt,
): Promise<string> {
  return changeOnce(context, 'submitConcern', attempt, async (change) => {
    const id = randomUUID();
    // Taken in even when the hub cannot say what else the child is known as.
    const known = concern.child === null ? [] : change.references.of(concern.child);
    const { principal, caseReference } = context.assertion;
    await change.query(
      `INSERT INTO concern (id, child_id, municipality, received_at, urgent, text, about, contact, reported_by,
         reporter_role, reporter_agency, case_reference)
       VALUES ($1, coalesce(${held('$13')}, $2), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        concern.child,
        concern.municipality,
        context.now,
        concern.urgent,
        concern.text,
        concern.about,
        concern.contact,
        principal.id,
        principal.role,
        principal.agency,
        caseReference,
        known,
      ],
    );
    await startHandling(change, context, id, known, concern);
    return id;
  });
}

/** SQL: the reference of the register's for a child of several, the named one first. */
function held(known: string): string {
  return `(SELECT c.id FROM child c WHERE c.id = ANY(${known}::text[])
    ORDER BY array_position(${known}::text[], c.id) LIMIT 1)`;
}

/** The clocks of SoL 20 start at once for a child of the register. */
async function startHandling(
  change: Change,
  { now }: SubgraphContext,
  id: string,
  known: readonly string[],
  { municipality }: ReadConcern,
): Promise<void> {
  const [started] = await change.query<{ child: string }>(
    `INSERT INTO protection_case (child_id, municipality, concern_received_at, concern_id)
     SELECT child, $2, $3, $4 FROM ${held('$1')} AS register (child) RETURNING child_id AS child`,
    [known, municipality, now, id],
  );
  if (started) await change.publish({ type: 'CONCERN_RAISED', child: started.child, municipality });
  // In place of the event, so that both take as long.
  else
    await change.query(
      'INSERT INTO outbox (type, child, occurred_at, recorded_at) SELECT $1, $2, $3, $3 WHERE false',
      ['CONCERN_RAISED', '', now],
    );
}
