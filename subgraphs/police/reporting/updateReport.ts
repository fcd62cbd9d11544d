import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { addMonthsToDate, localDate } from '../../shared/time/stockholm';
import { assertVersion } from '../../shared/writing/assertVersion';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import type { ReportOutcome } from '../vocabulary';

export interface ReportUpdate {
  readonly reportNumber: string;
  /** Null: as it was. */
  readonly nationalAlert: boolean | null;
  /** That the child is suspected to be the victim of a crime (R24); null: as it was. */
  readonly suspectedVictim: boolean | null;
  /** Closes the report; null: the search goes on. */
  readonly outcome: ReportOutcome | null;
  readonly expectedVersion: number | null;
}

interface StoredReport {
  readonly child: string;
  readonly reportedAt: Date;
  readonly status: string;
  readonly version: number;
}

/** As long as social services keep their case, the police keep theirs (NB, R17). */
const months = 3;

/**
 * Sends out or cancels the national alert, notes a suspicion of crime, and closes the report, which cancels the alert too.
 * @throws NOT_FOUND, CONFLICT, CLOSE_TOO_EARLY
 */
export async function updateReport(
  change: Change,
  { reportNumber, nationalAlert, suspectedVictim, outcome, expectedVersion }: ReportUpdate,
  { now }: Pick<SubgraphContext, 'now'>,
): Promise<void> {
  const find = async (): Promise<StoredReport | undefined> =>
    (
      await change.query<StoredReport>(
        `SELECT child_id AS child, reported_at AS "reportedAt", status, version FROM missing_person_report
        WHERE report_number = $1`,
        [reportNumber],
      )
    )[0];
  const named = await find();
  await lockChild(change, named?.child ?? '', ownReports);
  const report = (await find())!;
  if (report.status !== 'OPEN') throw closedAlready(report.version);
  assertVersion(report.version, expectedVersion);
  if (outcome === 'DISCONTINUED') assertSearchedLongEnough(report, now);
  if (outcome !== null) {
    await change.query(
      `UPDATE missing_person_report SET status = 'CLOSED', closed_at = $2, outcome = $3 WHERE report_number = $1`,
      [reportNumber, now, outcome],
    );
  }
  const alert = outcome === null ? nationalAlert : false;
  if (alert !== null || suspectedVictim !== null)
    await change.query(
      `UPDATE child SET national_alert_active = coalesce($2, national_alert_active),
         suspected_victim = coalesce($3, suspected_victim) WHERE id = $1`,
      [report.child, alert, suspectedVictim],
    );
}

const ownReports = {
  where: 'true',
  parameters: [],
  otherwise: { sv: 'Polisen har ingen sådan anmälan.', en: 'The police have no such report.' },
};

function assertSearchedLongEnough({ reportedAt }: StoredReport, now: Date): void {
  const closableFrom = addMonthsToDate(localDate(reportedAt), months);
  if (localDate(now) >= closableFrom) return;
  throw hubError(
    'CLOSE_TOO_EARLY',
    {
      sv: `Sökandet läggs ner tidigast ${closableFrom}, tre månader efter anmälan, om barnet inte påträffas.`,
      en: `The search is given up on ${closableFrom} at the earliest, three months after the report, unless the child is found.`,
    },
    { closableFrom },
  );
}

function closedAlready(version: number): Error {
  return hubError(
    'CONFLICT',
    { sv: 'Anmälan är redan avslutad.', en: 'The report is closed already.' },
    { version },
  );
}
