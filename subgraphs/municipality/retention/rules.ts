import { createRules, type KeptRecords, type RetentionRule } from '../../shared/retention/rule';
import { agencyRules } from '../../shared/retention/sharedRules';
import periods from './periods.json';

const placed = `(EXISTS (SELECT FROM placement p WHERE p.child_id = r.id)
  OR EXISTS (SELECT FROM care_order o WHERE o.child_id = r.id))`;
const investigated = `EXISTS (SELECT FROM protection_case p
  WHERE p.child_id = r.id AND p.investigation_opened_at IS NOT NULL)`;
const underWay = `(EXISTS (SELECT FROM social_case s WHERE s.child_id = r.id AND s.status = 'OPEN')
  OR EXISTS (SELECT FROM protection_case p WHERE p.child_id = r.id
    AND p.investigation_opened_at IS NOT NULL AND p.investigation_closed_at IS NULL))`;

/** The latest day on which the child can have been born, by anything that is held. */
const born = `(SELECT max(coalesce((b->>'date')::date, make_date((b->>'year')::int, 12, 31),
    ((b->>'statedOn')::date - make_interval(years => (b->>'statedAge')::int))::date))
  FROM jsonb_array_elements(r.identity->'births') b)`;

const child: KeptRecords = {
  table: 'child',
  since: ':lastNote',
  children: 'ARRAY[r.id]',
  cases: `ARRAY(SELECT case_number FROM social_case s WHERE s.child_id = r.id
    UNION ALL SELECT case_reference FROM release e WHERE e.child_id = r.id)`,
  besides: [
    `DELETE FROM concern WHERE child_id IN (SELECT id FROM child WHERE ctid IN (SELECT ctid FROM expired))
       OR id IN (SELECT concern_id FROM protection_case WHERE child_id IN
         (SELECT id FROM child WHERE ctid IN (SELECT ctid FROM expired)))`,
  ],
};

/** How long the municipalities' records are kept. */
export const retention: readonly RetentionRule[] = [
  ...createRules(periods, {
    file: { ...child, where: `NOT ${placed} AND NOT ${investigated} AND NOT ${underWay}` },
    investigated: {
      ...child,
      where: `NOT ${placed} AND ${investigated} AND NOT ${underWay}`,
      // Thirty years after the birth, and five after the last note.
      since: `CASE WHEN ${born} IS NOT NULL THEN greatest(${born}::timestamptz, :lastNote - interval '25 years') END`,
    },
    placed: { ...child, where: placed },
    concern: {
      table: 'concern',
      since: 'r.received_at',
      where: `NOT EXISTS (SELECT FROM child c WHERE c.id = r.child_id)
        AND NOT EXISTS (SELECT FROM protection_case p WHERE p.concern_id = r.id)`,
      children: 'ARRAY[r.child_id]',
      cases: 'ARRAY[r.case_reference]',
    },
  }),
  ...agencyRules,
];
