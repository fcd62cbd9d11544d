import agencyPeriods from './agencyPeriods.json';
import { createRules, type RetentionRule } from './rule';
import sharedPeriods from './sharedPeriods.json';

/** For what every subgraph's database has beside its own tables. */
export const sharedRules: readonly RetentionRule[] = createRules(sharedPeriods, {
  attempt: { table: 'attempt', since: 'r.made_at' },
  legal_hold: { table: 'legal_hold', since: 'r.lifted_at' },
  erasure: { table: 'erasure', since: 'r.at' },
});

/** For what every agency's database has, besides. */
export const agencyRules: readonly RetentionRule[] = [
  ...createRules(agencyPeriods, {
    disclosure: {
      table: 'disclosure',
      since: 'r.at',
      where: 'r.salt IS NOT NULL',
      children: 'r.children',
      cases: 'ARRAY[r.case_reference]',
      unlink: unlinkedDisclosure(),
    },
    import_run: { table: 'import_run', since: 'r.at' },
  }),
  ...sharedRules,
];

/** The salt goes with the rest: the hash, which the hub's log has too, then leads nowhere. */
function unlinkedDisclosure(): string {
  return `salt = NULL, principal_id = NULL, case_reference = NULL, children = '{}'`;
}
