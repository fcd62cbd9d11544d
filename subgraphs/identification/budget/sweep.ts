import { addHours } from '../../shared/time/stockholm';
import type { Statement } from './statementBatch';

/** Few at a time, so that no search pays for all that went before. */
const atATime = 20;
const keptHours = 24;

/**
 * Takes away what no longer counts. Rows that others hold are left to the next search, and so are this search's own,
 * which are written in the same statement.
 *
 * @param ownKeys of the purses of this search
 */
export function sweep(ownKeys: readonly string[], ownPrincipal: string, now: Date): Statement[] {
  const before = addHours(now, -keptHours);
  return [
    {
      text: `DELETE FROM search_budget WHERE key IN (SELECT key FROM search_budget
        WHERE expire < $1 AND key <> ALL($2::text[]) LIMIT ${atATime} FOR UPDATE SKIP LOCKED) RETURNING key`,
      values: [before.getTime(), ownKeys],
    },
    {
      text: `DELETE FROM failed_search WHERE (principal, born, named) IN (SELECT principal, born, named
        FROM failed_search WHERE searched_at < $1 AND principal <> $2 LIMIT ${atATime} FOR UPDATE SKIP LOCKED) RETURNING principal`,
      values: [before, ownPrincipal],
    },
  ];
}
