import type { Grant } from '../../../schema/protocol/attestation';
import type { SubgraphContext } from '../../shared/context';
import { instantText } from '../../shared/loading/sqlTime';
import { identifiedSince } from '../identifications';

/** What the hub itself holds about an asker and a child, under any of its references: opaque references and decisions, never content. */
export interface Standing {
  /** The asker has identified the child for this purpose and case, not too long ago. */
  readonly identified: boolean;
  readonly grants: readonly Grant[];
}

/** A child and every reference under which agencies hold it. */
export interface KnownChild {
  readonly child: string;
  readonly knownAs: readonly string[];
}

/** So many of each kind at most: they travel in a header. */
const mostGrants = 40;

/**
 * Loads it for many children in one statement. A decision or a broken glass counts for the very person, role, purpose and case; a
 * consent for everybody of the agency it names. What has run out is left out here and tried again where it is used.
 */
export async function loadStandings(
  context: SubgraphContext,
  children: readonly KnownChild[],
): Promise<Map<string, Standing>> {
  const { principal, purpose, caseReference } = context.assertion;
  const standings = await context.query<Standing & { child: string }>(statement, [
    JSON.stringify(children),
    principal.id,
    principal.role,
    purpose,
    caseReference,
    identifiedSince(context.now),
    context.now,
    principal.agency,
    principal.municipality,
  ]);
  return new Map(standings.map((standing) => [standing.child, standing]));
}

const asker = 'principal = $2 AND role = $3 AND purpose = $4 AND case_reference = $5';

const consents = `SELECT json_build_object('via', 'C', 'by', given_by, 'rows', rows, 'until', ${instantText('valid_to')}) AS g
  FROM consent WHERE child = ANY(asked."knownAs") AND to_agency = $8 AND (to_municipality IS NULL OR to_municipality = $9)
    AND given_on <= ($7::timestamptz AT TIME ZONE 'Europe/Stockholm')::date
    AND withdrawn_at IS NULL AND (valid_to IS NULL OR valid_to > $7)
  ORDER BY recorded_at DESC LIMIT ${mostGrants}`;

/** A review that disapproves closes the glass at once. */
const glasses = `SELECT json_build_object('via', 'B', 'rows', rows, 'openedAt', ${instantText('opened_at')}) AS g
  FROM break_glass WHERE child = ANY(asked."knownAs") AND ${asker} AND open_until > $7 AND approved IS NOT FALSE
  ORDER BY opened_at DESC LIMIT ${mostGrants}`;

const disclosures = `SELECT json_build_object('via', 'DISCLOSURE', 'fields', json_agg(d.field), 'basis', d.basis,
    'until', ${instantText('q.valid_to')}) AS g
  FROM disclosure_request q, jsonb_to_recordset(q.decisions) AS d(field text, granted boolean, basis text)
  WHERE q.child = ANY(asked."knownAs") AND q.principal = $2 AND q.role = $3 AND q.purpose = $4 AND q.case_reference = $5
    AND q.valid_to > $7 AND q.revoked_at IS NULL AND d.granted
  GROUP BY q.id, q.valid_to, q.decided_at, d.basis ORDER BY q.decided_at DESC LIMIT ${mostGrants}`;

const statement = `SELECT asked.child,
  EXISTS (SELECT FROM identification WHERE child = ANY(asked."knownAs") AND ${asker} AND identified_at >= $6) AS identified,
  (SELECT coalesce(json_agg(g), '[]') FROM
    ((${consents}) UNION ALL (${glasses}) UNION ALL (${disclosures})) AS granted) AS grants
  FROM jsonb_to_recordset($1::jsonb) AS asked (child text, "knownAs" text[])`;
