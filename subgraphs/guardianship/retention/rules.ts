import { createRules, type RetentionRule } from '../../shared/retention/rule';
import { agencyRules } from '../../shared/retention/sharedRules';
import periods from './periods.json';

/** How long the boards' records are kept. */
export const retention: readonly RetentionRule[] = [
  ...createRules(periods, {
    child: {
      table: 'child',
      since: ':lastNote',
      where: `EXISTS (SELECT FROM guardianship g WHERE g.child_id = r.id)
        AND NOT EXISTS (SELECT FROM guardianship g WHERE g.child_id = r.id AND g.ended_on IS NULL)`,
      children: 'ARRAY[r.id]',
    },
  }),
  ...agencyRules,
];
