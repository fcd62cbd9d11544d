import type { ClientBase } from 'pg';

/**
 * Erases what leads from the log to a child, or to one who asked, with the salts without which the commitments say
 * nothing; the log stays verifiable. A case number leads to the child whose case it is, so it goes with the child.
 *
 * @param client connected as the owner of the audit database
 * @returns the number of entries
 */
export async function eraseLinkage(
  client: ClientBase,
  person: { readonly child: string } | { readonly principalId: string },
): Promise<number> {
  const [statement, value] =
    'child' in person
      ? [
          `UPDATE audit.entry SET child = NULL, child_salt = NULL, case_reference = NULL, case_salt = NULL
           WHERE child = $1`,
          person.child,
        ]
      : [
          'UPDATE audit.entry SET principal_id = NULL, principal_salt = NULL WHERE principal_id = $1',
          person.principalId,
        ];
  const { rowCount } = await client.query(statement, [value]);
  return rowCount ?? 0;
}
