/**
 * SQL: the guardianship `g` is in force. The day it ends it is not.
 *
 * @param today SQL for the date in Stockholm
 */
export function isInForce(today: string): string {
  return `(g.ended_on IS NULL OR g.ended_on > ${today}::date)`;
}

/** SQL: the child's guardianship as `g`: the one in force, else the one that ended last. */
export const currentOrLast = `FROM guardianship g WHERE g.child_id = c.id
  ORDER BY g.ended_on DESC NULLS FIRST, g.appointed_on DESC, g.id DESC LIMIT 1`;
