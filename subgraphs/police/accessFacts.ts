import { anyOf, type AccessFactsSql } from '../shared/loading/candidateRegister';

/** How long a found event lets others act on it, in days: long enough to bring a child home, not to follow it. */
const foundDays = 30;

const openReports = `SELECT FROM missing_person_report m WHERE m.child_id = c.id AND m.status = 'OPEN'`;

/** Of all children at once: the reports are read first. */
const isReported = `EXISTS (${openReports})`;

/** Something may be due about the child while it is reported missing. For the hub's duty clock. */
export const running = isReported;

/**
 * What the police say about access to a child. A patrol's meeting with a child makes it nobody's own case, and the
 * police take no decision on age.
 */
export const accessFacts: AccessFactsSql = {
  related: 'false',
  adult: 'NULL::boolean',
  absconding: anyOf(openReports),
  found: anyOf(`SELECT FROM found_event f WHERE f.child_id = c.id
    AND f.at > :now::timestamptz - interval '${foundDays} days'`),
  released: `'{}'::text[]`,
  caseload: `:role IN ('POLICE_OFFICER', 'POLICE_INVESTIGATOR') AND ${isReported}`,
};
