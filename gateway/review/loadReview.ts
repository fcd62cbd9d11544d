import type { ClientBase } from 'pg';
import type { Agency } from '../../schema/protocol/vocabulary';
import rules from './reviewRules.json';

export type ReviewReason = keyof typeof rules;

/** An entry of the audit log that somebody should look at, and why. */
export interface ReviewEntry {
  readonly reasons: readonly ReviewReason[];
  readonly at: string;
  readonly principal: string | null;
  readonly role: string;
  readonly agency: string;
  readonly municipality: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly operation: string;
  readonly operationName: string | null;
  readonly child: string | null;
  readonly fieldsDisclosed: readonly string[];
  readonly fieldsDenied: readonly string[];
  readonly outcome: string;
}

export interface Review {
  /** The day in Sweden, YYYY-MM-DD. */
  readonly date: string;
  /** Of the looks at children, from 0 to 1. */
  readonly share: number;
  /** Looks at children that day. */
  readonly looks: number;
  readonly sampled: number;
  readonly entries: readonly ReviewEntry[];
}

export interface ReviewQuestion {
  readonly date: string;
  /** @default that of reviewRules.json */
  readonly share?: number | undefined;
  /** One agency's people only. @default all */
  readonly agency?: Agency | undefined;
  readonly municipality?: string | undefined;
}

/** Reads one day of the log in one statement: the sample is drawn by the date, so that anybody can draw it again. */
export async function loadReview(client: ClientBase, question: ReviewQuestion): Promise<Review> {
  const { date, share = rules.SAMPLE.share, agency = null, municipality = null } = question;
  const { BREAK_GLASS, REPEATED_CHILD, MANY_CHILDREN, NIGHT } = rules;
  const { rows } = await client.query<ReviewEntry & { looks: number }>(statement, [
    date,
    share,
    agency,
    municipality,
    BREAK_GLASS.windowMinutes,
    REPEATED_CHILD.windowDays,
    REPEATED_CHILD.cases,
    REPEATED_CHILD.looksPerDay,
    MANY_CHILDREN.finder,
    MANY_CHILDREN.own,
    NIGHT.from,
    NIGHT.to,
    NIGHT.awake,
  ]);
  const looks = rows[0]?.looks ?? 0;
  const entries = rows
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ looks: _looks, ...entry }) => entry);
  const sampled = entries.filter(({ reasons }) => reasons.includes('SAMPLE')).length;
  return { date, share, looks, sampled, entries };
}

const midnight = (day: string): string => `(${day})::timestamp AT TIME ZONE 'Europe/Stockholm'`;
const isBroken = (alias: string): string =>
  `${alias}.fields_disclosed @> ARRAY['Mutation.breakGlass'] OR ${alias}.fields_denied @> ARRAY['Mutation.breakGlass']`;
const inReach = `($3::text IS NULL OR e.agency = $3) AND ($4::text IS NULL OR e.municipality = $4)`;

// A look is an entry about a child. Within the day, a person is one person of one agency. A list of matters names many
// children and shows nothing of them: it makes nobody busy.
const statement = `
  WITH bounds AS (SELECT ${midnight('$1::date')} AS start, ${midnight(`$1::date + 1`)} AS stop),
  day AS (SELECT e.* FROM audit.entry e, bounds WHERE e.occurred_at >= start AND e.occurred_at < stop AND ${inReach}),
  looks AS (SELECT * FROM day WHERE child IS NOT NULL),
  drawn AS (SELECT leaf_index, row_number() OVER (ORDER BY md5($1::text || operation_id::text || child), leaf_index) AS place
    FROM looks),
  busy AS (SELECT principal_id, agency FROM looks
    WHERE EXISTS (SELECT FROM unnest(fields_disclosed || fields_denied) AS field WHERE field NOT LIKE 'Query.%')
    GROUP BY 1, 2
    HAVING count(DISTINCT child) FILTER (WHERE purpose IN ('IDENTIFICATION', 'PROTECTION')) >= $9
      OR count(DISTINCT child) FILTER (WHERE purpose IN ('CASE_WORK', 'GUARDIANSHIP')) >= $10),
  repeated AS (
    SELECT e.principal_id, e.agency, e.child FROM audit.entry e, bounds
      WHERE e.occurred_at >= stop - make_interval(days => $6) AND e.occurred_at < stop AND e.child IS NOT NULL
        AND ${inReach}
      GROUP BY 1, 2, 3 HAVING count(DISTINCT e.case_reference) >= $7
    UNION SELECT principal_id, agency, child FROM looks GROUP BY 1, 2, 3
      HAVING count(DISTINCT operation_id) >= $8)
  SELECT array_remove(ARRAY[
      CASE WHEN drawn.place <= ceil($2::numeric * (SELECT count(*) FROM looks)) THEN 'SAMPLE' END,
      CASE WHEN ${isBroken('d')} OR EXISTS (SELECT FROM audit.entry g WHERE (${isBroken('g')})
          AND g.principal_id = d.principal_id AND g.agency = d.agency AND g.case_reference = d.case_reference
          AND g.outcome <> 'REFUSED' AND g.outcome <> 'FAILED'
          AND d.occurred_at >= g.occurred_at AND d.occurred_at <= g.occurred_at + make_interval(mins => $5))
        THEN 'BREAK_GLASS' END,
      CASE WHEN d.role = 'BORDER_POLICE' THEN 'BORDER_POLICE' END,
      CASE WHEN d.child IS NOT NULL AND EXISTS (SELECT FROM repeated r
          WHERE r.principal_id = d.principal_id AND r.agency = d.agency AND r.child = d.child)
        THEN 'REPEATED_CHILD' END,
      CASE WHEN d.child IS NOT NULL AND EXISTS (SELECT FROM busy b
          WHERE b.principal_id = d.principal_id AND b.agency = d.agency) THEN 'MANY_CHILDREN' END,
      CASE WHEN d.child IS NOT NULL AND d.role <> ALL($13::text[])
          AND (extract(hour FROM d.occurred_at AT TIME ZONE 'Europe/Stockholm') >= $11
            OR extract(hour FROM d.occurred_at AT TIME ZONE 'Europe/Stockholm') < $12) THEN 'NIGHT' END
    ], NULL) AS reasons,
    to_char(d.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
    d.principal_id AS principal, d.role, d.agency, d.municipality, d.purpose, d.case_reference AS "caseReference",
    d.operation_id AS operation, d.operation_name AS "operationName", d.child,
    d.fields_disclosed AS "fieldsDisclosed", d.fields_denied AS "fieldsDenied", d.outcome,
    (SELECT count(*)::int FROM looks) AS looks
  FROM day d LEFT JOIN drawn USING (leaf_index) ORDER BY d.occurred_at, leaf_index`;
