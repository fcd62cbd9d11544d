import { anyOf, type AccessFactsSql } from '../shared/loading/candidateRegister';
import { isInCharge } from './sources/socialCase';

/** An absconding that has not ended: not back, and not known to have left the country for good. */
const ongoing = `e.returned_at IS NULL
  AND (e.left_country_confirmed_at IS NULL OR e.found_at > e.left_country_confirmed_at)`;

const isAway = `c.id IN (SELECT e.child_id FROM absconding_episode e WHERE ${ongoing})`;

/**
 * Something may be due about the child: an absconding that has not ended, an open case, a care order or an
 * investigation that has not ended. For the hub's duty clock.
 */
export const running = `${isAway}
  OR c.id IN (SELECT s.child_id FROM social_case s WHERE s.status = 'OPEN')
  OR c.id IN (SELECT o.child_id FROM care_order o WHERE o.ended_at IS NULL)
  OR c.id IN (SELECT p.child_id FROM protection_case p WHERE p.investigation_closed_at IS NULL
    OR (p.concern_id IS NOT NULL AND p.decided_at IS NOT NULL AND p.reporter_told_at IS NULL))`;

/** The rows of the matrix that are released to the asker's agency. */
const released = `ARRAY(SELECT DISTINCT r FROM release l, unnest(l.rows) r WHERE l.child_id = c.id
    AND l.to_agency = :agency AND l.released_at <= :now::timestamptz AND l.withdrawn_at IS NULL
    AND (l.expires_at IS NULL OR l.expires_at > :now::timestamptz) ORDER BY r)`;

/**
 * What social services say about access to a child. They take no decision on age (JO 6894-2016). The municipality in
 * charge is also the one whose reviewer looks after what was done with a protected child's data.
 */
export const accessFacts: AccessFactsSql = {
  related: `:agency = 'MUNICIPALITY' AND :role IN ('SOCIAL_WORKER', 'AUDITOR') AND ${isInCharge(':municipality')}`,
  adult: 'NULL::boolean',
  absconding: anyOf(`SELECT FROM absconding_episode e WHERE e.child_id = c.id AND ${ongoing}`),
  found: anyOf(`SELECT FROM absconding_episode e
    WHERE e.child_id = c.id AND e.found_at IS NOT NULL AND e.returned_at IS NULL`),
  released,
  investigating: `ARRAY(SELECT DISTINCT p.municipality FROM protection_case p WHERE p.child_id = c.id
    AND p.investigation_opened_at <= :now::timestamptz
    AND (p.investigation_closed_at IS NULL OR p.investigation_closed_at > :now::timestamptz))`,
  handrackning: anyOf(`SELECT FROM care_order o WHERE o.child_id = c.id
    AND o.handrackning_requested_at <= :now::timestamptz
    AND o.decided_at <= :now::timestamptz AND (o.ended_at IS NULL OR o.ended_at > :now::timestamptz)`),
  absences: `COALESCE((SELECT jsonb_agg(jsonb_build_object('since', e.absconded_at, 'from', e.absconded_from))
    FROM absconding_episode e WHERE e.child_id = c.id AND ${ongoing}), '[]')`,
  // The Migration Agency's register knows no episodes; its officers have a list of those that were released to it.
  caseload: `${isAway} AND (
    (:agency = 'MUNICIPALITY' AND :role IN ('SOCIAL_WORKER', 'SOCIAL_EMERGENCY') AND ${isInCharge(':municipality')})
    OR (:role = 'MIGRATION_OFFICER' AND 'municipality.absconding' = ANY (${released})))`,
};
