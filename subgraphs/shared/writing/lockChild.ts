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
 * @throws NOT_FOUND, with the same words after the same statements for a child the agency does not hold and one that is not the caller's
 */
export async function lockChild({ query }: Change, child: string, own: OwnChildren): Promise<void> {
  await query('SELECT id FROM child WHERE id = $1 FOR NO KEY UPDATE', [child]);
  // A statement of its own: one that has waited for the lock sees the other tables as they were before.
  const [mine] = await query(`SELECT c.id FROM child c WHERE c.id = $1 AND (${own.where})`, [
    child,
    ...own.parameters,
  ]);
  if (!mine) throw hubError('NOT_FOUND', own.otherwise);
}
