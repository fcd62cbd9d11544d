import type { Grant } from '../../../schema/protocol/attestation';
import type { UpdateAsker } from '../../../schema/protocol/events/audience';
import type { SubgraphContext } from '../../shared/context';
import { instantText } from '../../shared/loading/sqlTime';
import type { Standing } from '../disclosure/standing';
import { identifiedSince } from '../identifications';

/** What the hub holds about any asker and these children, in one statement. */
export async function loadStandings(
  context: SubgraphContext,
  children: readonly string[],
): Promise<(asker: UpdateAsker, child: string) => Standing> {
  const rows = await context.query<HeldRow>(statement, [children, identifiedSince(context.now), context.now]);
  const byChild = groupByChild(rows);
  return (asker, child) => {
    const own = (byChild.get(child) ?? []).filter((row) => concerns(row, asker));
    return {
      identified: own.some(({ grant }) => grant === null),
      grants: own.flatMap(({ grant }) => grant ?? []),
    };
  };
}

interface HeldRow {
  readonly child: string;
  readonly principal: string | null;
  readonly role: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly agency: string | null;
  readonly municipality: string | null;
  /** Null: an identification. */
  readonly grant: Grant | null;
}

function groupByChild(rows: readonly HeldRow[]): Map<string, HeldRow[]> {
  const groups = new Map<string, HeldRow[]>();
  for (const row of rows) groups.set(row.child, [...(groups.get(row.child) ?? []), row]);
  return groups;
}

/** A consent counts for everybody of the agency it names; all else for the very person, role, purpose and case. */
function concerns(row: HeldRow, asker: UpdateAsker): boolean {
  if (row.principal === null) {
    return (
      row.agency === asker.agency && (row.municipality === null || row.municipality === asker.municipality)
    );
  }
  return (
    row.principal === asker.id &&
    row.role === asker.role &&
    row.purpose === asker.purpose &&
    row.caseReference === asker.caseReference
  );
}

const ofPerson = `principal, role, purpose, case_reference AS "caseReference", NULL AS agency, NULL AS municipality`;
const ofAgency = `NULL AS principal, NULL AS role, NULL AS purpose, NULL AS "caseReference", to_agency AS agency,
  to_municipality AS municipality`;

const statement = `SELECT child, ${ofPerson}, NULL::json AS grant FROM identification
    WHERE child = ANY($1) AND identified_at >= $2
  UNION ALL SELECT child, ${ofAgency}, json_build_object('via', 'C', 'by', given_by, 'rows', rows,
      'until', ${instantText('valid_to')})
    FROM consent WHERE child = ANY($1) AND given_on <= ($3::timestamptz AT TIME ZONE 'Europe/Stockholm')::date
      AND withdrawn_at IS NULL AND (valid_to IS NULL OR valid_to > $3)
  UNION ALL SELECT child, ${ofPerson}, json_build_object('via', 'B', 'rows', rows, 'openedAt', ${instantText('opened_at')})
    FROM break_glass WHERE child = ANY($1) AND open_until > $3 AND approved IS NOT FALSE
  UNION ALL SELECT q.child, ${ofPerson}, json_build_object('via', 'DISCLOSURE', 'fields', json_agg(d.field),
      'basis', d.basis, 'until', ${instantText('q.valid_to')})
    FROM disclosure_request q, jsonb_to_recordset(q.decisions) AS d(field text, granted boolean, basis text)
    WHERE q.child = ANY($1) AND q.valid_to > $3 AND d.granted
    GROUP BY q.id, q.child, q.principal, q.role, q.purpose, q.case_reference, q.valid_to, d.basis`;
