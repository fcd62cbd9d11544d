import type { ClientBase } from 'pg';
import type { ReviewEntry } from './loadReview';

/** A second person's review, as the hub's own database has it. */
export interface SecondLook {
  readonly approved: boolean;
  readonly reviewedAt: string;
  readonly reviewedBy: string;
}

/** An entry with what a second person has said of it: absent where nobody has, or nobody need. */
export type ReviewedEntry = ReviewEntry & { readonly secondLook: SecondLook | null };

/**
 * Which entries a second person has reviewed: an operation of the border police by itself, what was read through a
 * broken glass with that glass.
 * @param client of the hub's own database
 */
export async function loadReviews(
  client: ClientBase,
  entries: readonly ReviewEntry[],
): Promise<ReviewedEntry[]> {
  const asked = entries.map(({ operation, principal, agency, caseReference, at }, index) => ({
    index,
    ...{ operation, principal, agency, caseReference, at },
  }));
  const { rows } = await client.query<SecondLook & { index: number }>(statement, [JSON.stringify(asked)]);
  const byIndex = new Map(rows.map(({ index, ...look }) => [index, look]));
  return entries.map((entry, index) => ({ ...entry, secondLook: byIndex.get(index) ?? null }));
}

const reviewedAt = `to_char(coalesce(l.reviewed_at, g.reviewed_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// The glass is broken and read under one case number; its owner's clock and the log's may differ by a moment.
const statement = `
  SELECT DISTINCT ON (e.index) e.index, coalesce(l.approved, g.approved) AS approved,
    ${reviewedAt} AS "reviewedAt", coalesce(l.reviewed_by, g.reviewed_by) AS "reviewedBy"
  FROM jsonb_to_recordset($1::jsonb) AS e(index int, operation uuid, principal text, agency text,
    "caseReference" text, at timestamptz)
  LEFT JOIN log_review l ON l.operation_id = e.operation
  LEFT JOIN break_glass g ON g.principal = e.principal AND g.agency = e.agency AND g.case_reference = e."caseReference"
    AND e.at BETWEEN g.opened_at - interval '1 minute' AND g.open_until AND g.reviewed_at IS NOT NULL
  WHERE coalesce(l.reviewed_at, g.reviewed_at) IS NOT NULL
  ORDER BY e.index, g.opened_at DESC`;
