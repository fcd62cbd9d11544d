import { createRules, type RetentionRule } from '../../shared/retention/rule';
import { agencyRules } from '../../shared/retention/sharedRules';
import periods from './periods.json';

/** How long the Migration Agency's records are kept. */
export const retention: readonly RetentionRule[] = [
  ...createRules(periods, {
    child: {
      table: 'child',
      since: ':lastNote',
      where: `EXISTS (SELECT FROM asylum_case a WHERE a.child_id = r.id)
        AND NOT EXISTS (SELECT FROM asylum_case a WHERE a.child_id = r.id AND a.status = 'OPEN')`,
      children: 'ARRAY[r.id]',
      cases: 'ARRAY[r.dossier_number]',
    },
  }),
  ...agencyRules,
];
