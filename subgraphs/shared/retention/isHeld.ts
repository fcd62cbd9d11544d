import type { Held } from './legalHold';
import type { RetentionRule } from './rule';
import type { Sql } from './sql';

/** Whether a hold keeps the child, or a case that any record about the child is part of. */
export async function isHeld(
  sql: Sql,
  rules: readonly RetentionRule[],
  child: string,
  { children, cases }: Held,
): Promise<boolean> {
  if (children.includes(child)) return true;
  if (cases.length === 0) return false;
  for (const { table, children: about, cases: of } of rules) {
    if (about === undefined || of === undefined) continue;
    const [found] = await sql.query<{ held: boolean }>(
      `SELECT EXISTS (SELECT FROM ${table} r WHERE $1 = ANY(${about}) AND ${of} && $2::text[]) AS held`,
      [child, cases],
    );
    if (found!.held) return true;
  }
  return false;
}
