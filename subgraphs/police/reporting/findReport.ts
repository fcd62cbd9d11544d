import { tagOwner } from '../../shared/access/owner';
import type { SubgraphContext } from '../../shared/context';
import { jsonObject } from '../../shared/loading/judgedObject';
import { reportColumns } from '../loaders';
import type { MissingPersonReport } from '../resolvers/missingPersonReport';

/** The report as it is now. @param judgedFor the child by whose attestation each field is judged; null: the police's own */
export async function findReport(
  { query }: Pick<SubgraphContext, 'query'>,
  reportNumber: string,
  judgedFor: string | null,
): Promise<MissingPersonReport> {
  const [row] = (await query<{ record: MissingPersonReport }>(
    `SELECT ${jsonObject(reportColumns)} AS record FROM missing_person_report m WHERE m.report_number = $1`,
    [reportNumber],
  )) as [{ record: MissingPersonReport }];
  return judgedFor === null ? row.record : tagOwner(row.record, judgedFor);
}
