/**
 * SQL: the officer works with the child `c`. With every child in the register, but with a protected one only as the
 * officer of its open case.
 *
 * @param officer SQL for the officer's id in the token
 */
export function worksWith(officer: string): string {
  return `(NOT c.protected_identity OR EXISTS (SELECT FROM asylum_case k
    WHERE k.child_id = c.id AND k.status = 'OPEN' AND k.case_officer = ${officer}))`;
}
