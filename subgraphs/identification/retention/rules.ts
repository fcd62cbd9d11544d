import { createRules, type RetentionRule } from '../../shared/retention/rule';
import { sharedRules } from '../../shared/retention/sharedRules';
import periods from './periods.json';

const about = { children: 'ARRAY[r.child]', cases: 'ARRAY[r.case_reference]' };

/**
 * How long the hub's own records are kept. What still holds, or waits for somebody, has not begun its period.
 */
export const retention: readonly RetentionRule[] = [
  ...createRules(periods, {
    identification: { table: 'identification', since: 'r.identified_at', ...about },
    disclosure_request: {
      table: 'disclosure_request',
      since: 'greatest(r.requested_at, r.decided_at, r.valid_to)',
      ...about,
    },
    consent: { table: 'consent', since: 'least(r.withdrawn_at, r.valid_to)', ...about },
    break_glass: {
      table: 'break_glass',
      since: 'greatest(r.opened_at, r.reviewed_at)',
      where: 'r.reviewed_at IS NOT NULL',
      ...about,
      // The notices of a broken glass have no meaning without it.
      besides: [
        `DELETE FROM owner_notice WHERE break_glass_id IN
           (SELECT id FROM break_glass WHERE ctid IN (SELECT ctid FROM expired))`,
      ],
    },
    fishing_alarm: { table: 'fishing_alarm', since: 'r.raised_at', children: 'ARRAY[r.child]' },
    log_review: { table: 'log_review', since: 'r.reviewed_at' },
    child_link: {
      table: 'child_link',
      since: 'r.unlinked_at',
      children: 'ARRAY[r.one, r.other]',
      cases: 'ARRAY[r.case_reference, r.unlink_case_reference]',
    },
    dead_letter: { table: 'dead_letter', since: 'r.laid_aside_at', children: 'ARRAY[r.child]' },
    duty_event: {
      table: 'duty_event',
      since: 'r.raised_at',
      where: 'NOT EXISTS (SELECT FROM duty_watch w WHERE w.child = r.child)',
      children: 'ARRAY[r.child]',
    },
  }),
  ...sharedRules,
];
