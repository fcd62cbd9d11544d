import type { SubgraphContext } from '../../shared/context';
import { assertAttested } from '../../shared/writing/assertAttested';
import type { Change } from '../../shared/writing/change';
import type { Reporter } from '../vocabulary';
import { holdChild, identityOf } from './holdChild';
import type { FiledReport } from './readReport';

interface StoredReport {
  readonly reportNumber: string;
  readonly reportedAt: Date;
  readonly status: string;
}

/** As registers of the police have it. */
const reporterTexts: Readonly<Record<Reporter, string>> = {
  GUARDIAN: 'god man',
  SOCIAL_SERVICES: 'socialtjänst',
  HOME: 'boende',
  POLICE: 'polis',
  OTHER: 'annan',
};

/**
 * Files a report, or adds to the one there is: an absconding is reported once, whoever comes first of guardian,
 * social services and home (R12), and all have the same report to refer to.
 *
 * @returns the report's number
 * @throws NOT_FOUND
 */
export async function fileReport(
  change: Change,
  report: FiledReport,
  context: Pick<SubgraphContext, 'assertion' | 'decisions' | 'now'>,
): Promise<string> {
  const { reporter, answers, abscondedAt } = report;
  const { protectedIdentity } = assertAttested(context, report.child);
  const identity = identityOf(answers, context.now);
  const child = await holdChild(change, report.child, identity, protectedIdentity);
  const [latest] = await change.query<StoredReport>(
    `SELECT report_number AS "reportNumber", reported_at AS "reportedAt", status FROM missing_person_report
    WHERE child_id = $1 ORDER BY reported_at DESC, report_number DESC LIMIT 1`,
    [child],
  );
  if (latest && latest.reportedAt >= abscondedAt) {
    await change.query(
      `INSERT INTO report_supplement (child_id, report_number, supplemented_at, supplemented_by, form)
      VALUES ($1, $2, $3, $4, $5)`,
      [child, latest.reportNumber, context.now, reporterTexts[reporter], answers],
    );
    return latest.reportNumber;
  }
  if (latest?.status === 'OPEN') await closeEarlier(change, latest, context.now);
  return insertReport(change, { ...report, child }, context);
}

async function insertReport(
  change: Change,
  { child, reporter, answers }: FiledReport,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const [made] = (await change.query(
    `INSERT INTO missing_person_report
      (report_number, child_id, reported_at, reported_by, status, last_seen_place, last_seen_at, form)
    VALUES ('NAV-' || to_char($2::timestamptz AT TIME ZONE 'Europe/Stockholm', 'YYYY') || '-'
      || to_char(nextval('report_number'), 'FM000000'), $1, $2, $3, 'OPEN', $4, $5, $6)
    RETURNING report_number AS "reportNumber"`,
    [
      child,
      now,
      reporterTexts[reporter],
      answers['lastSeenPlace'] ?? null,
      answers['lastSeenAt'] ?? null,
      answers,
    ],
  )) as [{ reportNumber: string }];
  const { municipality } = assertion.principal;
  await change.publish({ type: 'MISSING_PERSON_REPORTED', child, municipality });
  return made.reportNumber;
}

/** It was about an absconding that has ended: the child has absconded again since. */
async function closeEarlier({ query }: Change, { reportNumber }: StoredReport, now: Date): Promise<void> {
  await query(
    `UPDATE missing_person_report SET status = 'CLOSED', closed_at = $2, outcome = 'NEW_REPORT'
    WHERE report_number = $1`,
    [reportNumber, now],
  );
}
