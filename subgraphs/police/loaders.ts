import { dutiesTaken } from '../shared/duty/dutyTakenFacts';
import { factRows } from '../shared/access/factRows';
import { latestBy, mergeFields, newestFirst } from '../shared/loading/mergeRows';
import type { FieldSources, FieldSql } from '../shared/loading/rowLoader';
import { jsonObject, judgedObject } from '../shared/loading/judgedObject';
import { instantText } from '../shared/loading/sqlTime';

/** What a report shows, over `missing_person_report` as `m`. */
export const reportColumns = {
  reportNumber: 'm.report_number',
  reportedAt: 'm.reported_at',
  reportedBy: 'm.reported_by',
  status: 'm.status',
  lastSeenPlace: 'm.last_seen_place',
  lastSeenAt: 'm.last_seen_at',
  closedAt: 'm.closed_at',
  outcome: 'm.outcome',
  answers: 'm.form',
  supplements: `(SELECT coalesce(json_agg(${jsonObject({
    at: 's.supplemented_at',
    by: 's.supplemented_by',
    answers: 's.form',
  })} ORDER BY s.id), '[]') FROM report_supplement s WHERE s.report_number = m.report_number)`,
  version: 'm.version',
};

const missingPersonReport: FieldSql = (gate) =>
  `(SELECT ${judgedObject(gate, 'MissingPersonReport', reportColumns)} FROM missing_person_report m
    WHERE m.child_id = c.id ORDER BY m.reported_at DESC, m.report_number DESC LIMIT 1)`;

/** What a meeting shows, over `found_event` as `f`. */
export const foundColumns = {
  id: 'f.id',
  foundIn: 'f.found_in',
  at: 'f.at',
  by: 'f.by',
  place: 'f.place',
  condition: 'f.condition',
  identityKnown: 'f.identity_known',
  note: 'f.note',
};

/** Whoever may know no more than that the child was found is not told how often: only the newest is shown. */
const foundEvents: FieldSql = (gate) => {
  const shown = `${gate.test('police.foundEvents')} OR NOT EXISTS (SELECT FROM found_event later
    WHERE later.child_id = c.id AND (later.at, later.id) > (f.at, f.id))`;
  const list = `json_agg(${judgedObject(gate, 'FoundEvent', foundColumns)} ORDER BY f.at DESC, f.id DESC)`;
  return `(SELECT coalesce(${list}, '[]') FROM found_event f WHERE f.child_id = c.id AND (${shown}))`;
};

const foundFacts = jsonObject({ foundIn: 'f.found_in', at: instantText('f.at') });

/** What the hub's rules stand on, for a child that the police know. The latest report counts, open or closed. */
const policeFacts = `(SELECT ${jsonObject({
  registered: 'true',
  missingReportedAt: `(SELECT ${instantText('m.reported_at')} FROM missing_person_report m
    WHERE m.child_id = c.id ORDER BY m.reported_at DESC, m.report_number DESC LIMIT 1)`,
  foundEvents: `(SELECT coalesce(json_agg(${foundFacts} ORDER BY f.at DESC, f.id DESC), '[]')
    FROM found_event f WHERE f.child_id = c.id)`,
})})`;

/** Where each field of `Child` comes from. */
export const sources: FieldSources = {
  fields: {
    missingPersonReport,
    nationalAlertActive: () => 'c.national_alert_active',
    suspectedVictimOfCrime: () => 'c.suspected_victim',
    foundEvents,
  },
  hubFields: {
    policeFacts: { rows: factRows, sql: () => policeFacts },
    policeDuties: { rows: factRows, sql: () => jsonObject({ taken: dutiesTaken }) },
  },
  merge: {
    missingPersonReport: latestBy('reportedAt'),
    foundEvents: newestFirst('at'),
    policeFacts: mergeFields(['missingReportedAt']),
    policeDuties: mergeFields(),
  },
};
