import type { Agency, Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { loadPage, uuids, type Page, type Position } from '../../shared/graph/page';
import { readAuditLog } from '../accessLog/readAuditLog';
import { glassStateOf, type GlassState } from '../disclosure/glassState';
import type { LogReview } from '../entities/logReview';

/** The border police search only as finders; alien control is another purpose. So all they ask is reviewed. */
const reviewedRoles: readonly Role[] = ['BORDER_POLICE'];

/** An operation that must be reviewed, with the review once there is one. */
export interface ReviewedOperation {
  readonly id: string;
  readonly at: Date;
  readonly principal: string;
  readonly role: Role;
  readonly agency: Agency;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly children: readonly string[];
  readonly fields: readonly string[];
  readonly outcome: string;
  readonly review: LogReview | null;
}

/** Where the review stands: 72 hours, like that of a broken glass, then it is escalated. */
export function stateOf({ at, review }: ReviewedOperation, now: Date): GlassState {
  return glassStateOf({ openedAt: at, approved: review?.approved ?? null }, now);
}

/**
 * What the reviewer's own authority must review, refused attempts too, newest first; for the hub's reviewer everybody's.
 * @throws AUDIT_UNAVAILABLE, BAD_USER_INPUT
 */
export function listReviewed(
  context: SubgraphContext,
  { state, first, after }: { state?: GlassState | null; first: number; after?: string | null },
): Promise<Page<ReviewedOperation>> {
  return loadPage<ReviewedOperation>({
    first,
    after,
    positionOf: (operation) => operation,
    ids: uuids,
    fetch: (position, limit) => fetchOperations(context, { position, limit }),
    keep: async (rows) =>
      (await withReviews(context, rows)).filter((row) => !state || stateOf(row, context.now) === state),
  });
}

/** One operation that is the caller's to review: nobody reviews their own. */
export async function findReviewed(
  context: SubgraphContext,
  id: string,
): Promise<ReviewedOperation | undefined> {
  if (!uuids.test(id)) return undefined;
  const found = await fetchOperations(context, { id, limit: 1 });
  const [operation] = await withReviews(context, found);
  return operation?.principal === context.assertion.principal.id ? undefined : operation;
}

interface Wanted {
  readonly id?: string;
  readonly position?: Position | null;
  readonly limit: number;
}

function fetchOperations(
  context: SubgraphContext,
  { id, position, limit }: Wanted,
): Promise<ReviewedOperation[]> {
  const { role, agency, municipality } = context.assertion.principal;
  if (role !== 'AUDITOR' || context.assertion.purpose !== 'AUDIT') return Promise.resolve([]);
  return readAuditLog(
    context,
    `SELECT operation_id AS id, min(occurred_at) AS at, principal_id AS principal, role, agency, purpose,
       case_reference AS "caseReference", array_remove(array_agg(child), NULL) AS children,
       (SELECT coalesce(array_agg(DISTINCT f ORDER BY f), '{}') FROM audit.entry o, unnest(o.fields_disclosed) f
         WHERE o.operation_id = e.operation_id) AS fields, min(outcome) AS outcome
     FROM audit.entry e
     WHERE role = ANY($1) AND ($2 = 'HUB' OR (agency = $2 AND municipality IS NOT DISTINCT FROM $3))
       AND ($4::uuid IS NULL OR operation_id = $4) AND ($5::timestamptz IS NULL OR occurred_at <= $5)
     GROUP BY operation_id, principal_id, role, agency, purpose, case_reference
     HAVING $5 IS NULL OR (min(occurred_at), operation_id) < ($5, $6::uuid)
     ORDER BY 2 DESC, 1 DESC LIMIT $7`,
    [reviewedRoles, agency, municipality, id ?? null, position?.at ?? null, position?.id ?? null, limit],
  );
}

async function withReviews(
  { query }: SubgraphContext,
  operations: readonly ReviewedOperation[],
): Promise<ReviewedOperation[]> {
  if (operations.length === 0) return [];
  const reviews = await query<LogReview>(
    `SELECT operation_id AS "operationId", reviewed_at AS "reviewedAt", reviewed_by AS "reviewedBy", approved, comment
     FROM log_review WHERE operation_id = ANY($1::uuid[])`,
    [operations.map(({ id }) => id)],
  );
  const byOperation = new Map(reviews.map((review) => [review.operationId, review]));
  return operations.map((operation) => ({ ...operation, review: byOperation.get(operation.id) ?? null }));
}
