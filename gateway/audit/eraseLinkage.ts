/** Runs SQL as the owner of the audit database. */
interface AuditOwner {
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

/**
 * Erases what leads from the log to a child, with the salts without which the commitments say nothing; the log stays
 * verifiable. A case number leads to the child whose case it is, so it goes with the child, and where no other child
 * has it from every entry.
 *
 * @returns the number of entries
 */
export async function eraseChildLinkage({ query }: AuditOwner, child: string): Promise<number> {
  const [done] = await query<{ count: number }>(
    `WITH own_case AS MATERIALIZED (
       SELECT DISTINCT case_reference FROM audit.entry e WHERE child = $1 AND case_reference IS NOT NULL
         AND NOT EXISTS (SELECT FROM audit.entry o WHERE o.case_reference = e.case_reference AND o.child <> $1)),
     done AS (
       UPDATE audit.entry SET child = CASE WHEN child = $1 THEN NULL ELSE child END,
         child_salt = CASE WHEN child = $1 THEN NULL ELSE child_salt END, case_reference = NULL, case_salt = NULL
       WHERE child = $1 OR case_reference IN (SELECT case_reference FROM own_case) RETURNING 1)
     SELECT count(*)::int AS count FROM done`,
    [child],
  );
  return done!.count;
}

/** Erases what leads from the log to one who asked. @returns the number of entries */
export async function erasePrincipalLinkage({ query }: AuditOwner, principalId: string): Promise<number> {
  const rows = await query(
    'UPDATE audit.entry SET principal_id = NULL, principal_salt = NULL WHERE principal_id = $1 RETURNING 1',
    [principalId],
  );
  return rows.length;
}
