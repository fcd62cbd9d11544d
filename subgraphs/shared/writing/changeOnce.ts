import type { SubgraphContext } from '../context';
import type { Change } from './change';
import { assertSameAttempt, type Attempt } from './once';

/**
 * Makes a change in one transaction, once for each key of the caller: sent again, also at the same moment, it gives
 * the first sending's result. A change that fails leaves its key free.
 *
 * @param mutation its name in the graph; a key stands for one change of one kind
 * @param work the change; gives the id of the record that it made or changed
 * @throws CONFLICT when the key came before with something else
 */
export function changeOnce(
  context: SubgraphContext,
  mutation: string,
  { key, fingerprint }: Attempt,
  work: (change: Change) => Promise<string>,
): Promise<string> {
  const { id: principal } = context.assertion.principal;
  return context.change(async (change) => {
    if (key === null) return work(change);
    // A simultaneous sending waits here until the first has ended.
    const taken = await change.query(
      `INSERT INTO attempt (principal, key, mutation, fingerprint, made_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING key`,
      [principal, key, mutation, fingerprint, context.now],
    );
    if (taken.length === 0) return findResult(change, mutation, [principal, key], fingerprint);
    const result = await work(change);
    await change.query('UPDATE attempt SET result = $3 WHERE principal = $1 AND key = $2', [
      principal,
      key,
      result,
    ]);
    return result;
  });
}

async function findResult(
  { query }: Change,
  mutation: string,
  attempt: [principal: string, key: string],
  fingerprint: string,
): Promise<string> {
  const [earlier] = (await query(
    'SELECT mutation, fingerprint, result FROM attempt WHERE principal = $1 AND key = $2',
    attempt,
  )) as [{ mutation: string; fingerprint: string; result: string }];
  assertSameAttempt(earlier.mutation === mutation ? earlier : { fingerprint: '' }, fingerprint);
  return earlier.result;
}
