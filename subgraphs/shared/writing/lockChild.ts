import { hubError } from '../../../schema/protocol/hubError';
import type { Text } from '../../../schema/protocol/text';
import type { Change } from './change';

/** Which children a caller may change something about. */
export interface OwnChildren {
  /** SQL over the agency's `child` table as `c`; its parameters begin with `$2`. */
  readonly where: string;
  readonly parameters: readonly unknown[];
  /** What to tell whoever asks for another's child, or for nobody's. */
  readonly otherwise: Text;
}

/**
 * Holds the agency's own row of a child until the change has ended, so that changes about one child come one after
 * another, each on what the earlier left.
 *
 * @param child any reference of the child
 * @returns the reference under which the agency holds it for the caller, to write by: the named one when that is the
 * caller's own, else the first that an officer has linked to it and is
 * @throws NOT_FOUND, with the same words after the same statements for a child the agency does not hold and one that is not the caller's; CONFLICT, AGENCY_UNAVAILABLE
 */
export async function lockChild(
  { query, references }: Change,
  child: string,
  own: OwnChildren,
): Promise<string> {
  await query('SELECT id FROM child WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE', [
    references.of(child),
  ]);
  // A statement of its own: one that has waited for the lock sees the other tables as they were before.
  const [mine] = await query<{ id: string }>(
    `SELECT c.id FROM child c WHERE c.id = ANY($1::text[]) AND (${own.where})
     ORDER BY array_position($1::text[], c.id) LIMIT 1`,
    [references.of(child), ...own.parameters],
  );
  if (mine) return mine.id;
  references.assertKnown();
  throw hubError('NOT_FOUND', own.otherwise);
}
