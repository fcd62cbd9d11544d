import { createRules, type RetentionRule } from '../../shared/retention/rule';
import { agencyRules } from '../../shared/retention/sharedRules';
import periods from './periods.json';

/** How long the police's records are kept. */
export const retention: readonly RetentionRule[] = [
  ...createRules(periods, {
    child: {
      table: 'child',
      since: ':lastNote',
      where: `NOT r.national_alert_active
        AND NOT EXISTS (SELECT FROM missing_person_report m WHERE m.child_id = r.id AND m.status = 'OPEN')`,
      children: 'ARRAY[r.id]',
      cases: 'ARRAY(SELECT report_number FROM missing_person_report m WHERE m.child_id = r.id)',
    },
    found_event: { table: 'found_event', since: 'r.at', where: 'r.child_id IS NULL' },
  }),
  ...agencyRules,
];
