import { createRules, type RetentionRule } from '../../subgraphs/shared/retention/rule';
import periods from './auditPeriods.json';

/** How long the hub's log leads to a person. */
export const auditRules: readonly RetentionRule[] = createRules(periods, {
  audit_linkage: {
    table: 'audit.entry',
    since: 'r.occurred_at',
    where: 'num_nonnulls(r.principal_salt, r.case_salt, r.child_salt) > 0',
    children: 'ARRAY[r.child]',
    cases: 'ARRAY[r.case_reference]',
    unlink: `principal_id = NULL, principal_salt = NULL, case_reference = NULL, case_salt = NULL,
      child = NULL, child_salt = NULL`,
  },
});
