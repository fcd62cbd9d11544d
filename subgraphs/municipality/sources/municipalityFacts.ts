import { localDate } from '../../shared/time/stockholm';
import type { FieldSql } from '../../shared/loading/rowLoader';
import { jsonObject } from '../../shared/loading/judgedObject';
import { mergeFields } from '../../shared/loading/mergeRows';
import { instantText } from '../../shared/loading/sqlTime';
import { placementOn } from './placement';
import { latestSocialCase } from './socialCase';

const episodeFacts = jsonObject({
  abscondedAt: instantText('e.absconded_at'),
  discoveredAt: instantText('e.discovered_at'),
  arrivalStage: 'e.arrival_stage',
  returnedAt: instantText('e.returned_at'),
  foundAt: instantText('e.found_at'),
  leftCountryConfirmedAt: instantText('e.left_country_confirmed_at'),
});

/** The time limits of LVU 7-8 §§ run for an order on immediate care, until it has ended. */
const immediateCareOrder = (now: string): string => `FROM care_order o WHERE o.child_id = c.id
  AND o.kind = 'LVU_IMMEDIATE' AND (o.ended_at IS NULL OR o.ended_at > ${now}::timestamptz)
  ORDER BY o.decided_at DESC, o.id DESC LIMIT 1`;

/** A report that led to no investigation of its own asks for no more; the one it joined, or an earlier one, does. */
const isPursued = `(w.decision IS NULL OR w.decision = 'OPENED')`;

/** An assessment counts, whichever report called for it. */
const lastAssessed = '(SELECT max(w.protection_assessed_at) FROM protection_case w WHERE w.child_id = c.id)';

/** The first report that nobody has assessed since; when there is none, the last one. */
const concernToAssess = `(SELECT coalesce(
    min(w.concern_received_at) FILTER (WHERE w.concern_received_at > coalesce(${lastAssessed}, '-infinity')),
    max(w.concern_received_at))
  FROM protection_case w WHERE w.child_id = c.id AND ${isPursued})`;

/**
 * The first report that waits for a decision on an investigation; when none does, the last one. One that came in while
 * an investigation was under way, or before it, is taken up in it.
 */
const concernToDecide = `FROM (SELECT v.concern_received_at,
    v.decision IS NOT NULL OR EXISTS (SELECT FROM protection_case i WHERE i.child_id = c.id
      AND i.investigation_opened_at IS NOT NULL
      AND (i.investigation_closed_at IS NULL OR i.investigation_closed_at >= v.concern_received_at)) AS decided
    FROM protection_case v WHERE v.child_id = c.id AND ${isPursued.replaceAll('w.', 'v.')}) w
  ORDER BY w.decided, CASE WHEN NOT w.decided THEN w.concern_received_at END, w.concern_received_at DESC LIMIT 1`;

/** The investigation under way; when there is none, the one closed last. */
const investigation = `FROM protection_case i WHERE i.child_id = c.id AND i.investigation_opened_at IS NOT NULL
  ORDER BY i.investigation_closed_at DESC NULLS FIRST, i.investigation_opened_at LIMIT 1`;

/** SQL for the last millisecond of a local day, given as SQL. */
function lastMomentOf(day: string): string {
  return `((${day} + 1)::timestamp AT TIME ZONE 'Europe/Stockholm') - interval '1 millisecond'`;
}

/** What the hub's rules stand on, for a child that some municipality knows. */
export const municipalityFacts: FieldSql = (gate, now) => {
  const columns = {
    registered: 'true',
    // The days of the case, the placement and the absconding say whose count when a child has several references.
    caseOpenedOn: 's.opened_on',
    placedOn: 'p.since',
    abscondedAt: `(SELECT ${instantText('max(e.absconded_at)')} FROM absconding_episode e WHERE e.child_id = c.id)`,
    caseMunicipality: 's.municipality',
    caseStatus: 's.status',
    caseClosedAt: instantText(`coalesce(s.closed_at, ${lastMomentOf('s.closed_on')})`),
    placementMunicipality: 'p.municipality',
    placedBy: 'p.placed_by',
    episodes: `(SELECT coalesce(json_agg(${episodeFacts} ORDER BY e.absconded_at DESC, e.id DESC), '[]')
      FROM absconding_episode e WHERE e.child_id = c.id)`,
    careOrderDecidedAt: instantText('o.decided_at'),
    careOrderExecutedAt: instantText('o.executed_at'),
    careOrderSubmittedAt: instantText('o.submitted_at'),
    careAppliedAt: instantText('o.applied_at'),
    concernReceivedAt: instantText('w.concern_received_at'),
    concernToAssessAt: instantText(concernToAssess),
    protectionAssessedAt: instantText(lastAssessed),
    investigationOpenedAt: instantText('i.investigation_opened_at'),
    investigationClosedAt: instantText('i.investigation_closed_at'),
    nextRiskFollowUpOn: `(SELECT r.next_follow_up_on FROM risk_assessment r WHERE r.child_id = c.id
      ORDER BY r.assessed_on DESC, r.id DESC LIMIT 1)`,
    guardianInformedAt: `(SELECT ${instantText('e.guardian_informed_at')} FROM absconding_episode e
      WHERE e.child_id = c.id ORDER BY e.absconded_at DESC, e.id DESC LIMIT 1)`,
  };
  return `(SELECT ${jsonObject(columns)} FROM (SELECT) registered
    LEFT JOIN LATERAL (SELECT s.municipality, s.status, s.opened_on, s.closed_on, s.closed_at ${latestSocialCase}) s ON true
    LEFT JOIN LATERAL (SELECT p.municipality, p.placed_by, p.since ${placementOn(gate.bind(localDate(now)))}) p ON true
    LEFT JOIN LATERAL (SELECT o.decided_at, o.executed_at, o.submitted_at, o.applied_at
      ${immediateCareOrder(gate.bind(now.toISOString()))}) o ON true
    LEFT JOIN LATERAL (SELECT w.concern_received_at ${concernToDecide}) w ON true
    LEFT JOIN LATERAL (SELECT i.investigation_opened_at, i.investigation_closed_at ${investigation}) i ON true)`;
};

/** The latest case, placement, order and concern count, whichever reference they stand under. */
export const mergeMunicipalityFacts = mergeFields(
  ['caseOpenedOn', 'caseMunicipality', 'caseStatus', 'caseClosedAt'],
  ['placedOn', 'placementMunicipality', 'placedBy'],
  ['careOrderDecidedAt', 'careOrderExecutedAt', 'careOrderSubmittedAt', 'careAppliedAt'],
  [
    'concernReceivedAt',
    'concernToAssessAt',
    'protectionAssessedAt',
    'investigationOpenedAt',
    'investigationClosedAt',
  ],
  ['abscondedAt', 'guardianInformedAt'],
);
