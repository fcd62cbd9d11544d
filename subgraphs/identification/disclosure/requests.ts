import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '../../shared/context';
import { assertSameAttempt, once, type Attempt } from '../../shared/writing/once';
import type { Decision, DisclosureRequest } from '../entities/disclosureRequest';
import { askedBy, askedColumns } from './askedBy';
import { loadDesk } from './desk';
import { loadPage, uuids, type Page, type Position } from '../../shared/graph/page';
import { statusOf, type RequestStatus } from './requestStatus';
import { changes, insertOnce, selectColumns } from '../../shared/writing/rows';
import { hubError } from '../../../schema/protocol/hubError';

/**
 * Lays a request before the owner, and says so to those who follow the child's case. No agency is asked: the answer is the same for a child who is protected, unknown
 * or the asker's own.
 */
export function makeRequest(
  context: SubgraphContext,
  asked: Pick<DisclosureRequest, 'child' | 'owner' | 'fields' | 'reason'>,
  attempt: Attempt,
): Promise<DisclosureRequest> {
  const row: DisclosureRequest = {
    id: randomUUID(),
    ...asked,
    ...askedBy(context, attempt),
    requestedAt: context.now,
    decisions: null,
    decidedAt: null,
    decidedBy: null,
    validTo: null,
    decisionKey: null,
    decisionFingerprint: null,
    revokedAt: null,
    revokedBy: null,
    revocationReason: null,
  };
  return once(
    attempt,
    (key) => findRequest(context, 'principal = $1 AND idempotency_key = $2', [row.principal, key]),
    () =>
      context.change(async (change) => {
        const made = await insertOnce(change, 'disclosure_request', row);
        if (made) await change.publish({ type: 'DISCLOSURE_REQUESTED', child: row.child });
        return made;
      }),
  );
}

/**
 * The request, for one who may decide on it.
 * @throws NOT_FOUND alike for a request that is not there and one that is not the caller's to decide
 */
export async function findToDecide(context: SubgraphContext, id: string): Promise<DisclosureRequest> {
  const request = await findRequest(context, 'id = $1', [id]);
  if (request) context.concerns(request.child);
  const { principal } = context.assertion;
  const desk = await loadDesk(context, request ? [request.child] : []);
  if (request && request.principal !== principal.id && desk.decides(request.owner, request.child))
    return request;
  throw hubError('NOT_FOUND', {
    sv: 'Ingen begäran med den beteckningen ligger hos dig för beslut. Se disclosureRequests.',
    en: 'No request of that id lies with you for a decision. See disclosureRequests.',
  });
}

/**
 * Writes the owner's decisions, once.
 * @throws CONFLICT when somebody else was first
 */
export async function decideRequest(
  context: SubgraphContext,
  request: DisclosureRequest,
  decisions: readonly Decision[],
  until: Date,
  attempt: Attempt,
): Promise<DisclosureRequest> {
  const { key, fingerprint } = attempt;
  const validTo = decisions.some(({ granted }) => granted) ? until : null;
  const decided = {
    decisions: [...decisions],
    decidedAt: context.now,
    decidedBy: context.assertion.principal.id,
  };
  const isFirst = await context.change(async (change) => {
    const written = await changes(
      change,
      `UPDATE disclosure_request SET decisions = $2, decided_at = $3, decided_by = $4, valid_to = $5,
         decision_key = $6, decision_fingerprint = $7
       WHERE id = $1 AND decided_at IS NULL`,
      [
        request.id,
        JSON.stringify(decisions),
        decided.decidedAt,
        decided.decidedBy,
        validTo,
        key,
        fingerprint,
      ],
    );
    if (written) await change.publish({ type: 'DISCLOSURE_DECIDED', child: request.child });
    return written;
  });
  if (isFirst) return { ...request, ...decided, validTo };
  const now = await findRequest(context, 'id = $1', [request.id]);
  return (now && findDecided(context, now, attempt)) ?? request;
}

/**
 * The request as it was decided, when this is the same decision sent again; undefined when it is still to decide.
 * @throws CONFLICT
 */
export function findDecided(
  context: SubgraphContext,
  request: DisclosureRequest,
  { key, fingerprint }: Attempt,
): DisclosureRequest | undefined {
  if (statusOf(request, context.now) === 'PENDING') return undefined;
  const again = key !== null && request.decisionKey === key;
  if (!again || request.decidedBy !== context.assertion.principal.id) throw alreadyDecided();
  assertSameAttempt({ fingerprint: request.decisionFingerprint ?? '' }, fingerprint);
  return request;
}

/** The caller's own requests, and those that the caller may decide on, newest first. */
export function listRequests(
  context: SubgraphContext,
  { status, first, after }: { status?: RequestStatus | null; first: number; after?: string | null },
): Promise<Page<DisclosureRequest>> {
  const { principal } = context.assertion;
  const isMine = (row: DisclosureRequest): boolean =>
    row.principal === principal.id && row.role === principal.role;
  return loadPage({
    first,
    after,
    positionOf: ({ requestedAt, id }) => ({ at: requestedAt, id }),
    ids: uuids,
    fetch: (position, limit) => fetchRequests(context, position, limit),
    keep: async (rows) => {
      const wanted = rows.filter((row) => !status || statusOf(row, context.now) === status);
      const desk = await loadDesk(
        context,
        wanted.filter((row) => !isMine(row)).map(({ child }) => child),
      );
      return wanted.filter((row) => isMine(row) || desk.decides(row.owner, row.child));
    },
  });
}

function fetchRequests(
  context: SubgraphContext,
  position: Position | null,
  limit: number,
): Promise<DisclosureRequest[]> {
  const { principal } = context.assertion;
  return context.query<DisclosureRequest>(
    `SELECT ${columns} FROM disclosure_request WHERE (owner = $1 OR principal = $2)
     AND ($3::timestamptz IS NULL OR (requested_at, id) < ($3, $4)) ORDER BY requested_at DESC, id DESC LIMIT $5`,
    [principal.agency, principal.id, position?.at ?? null, position?.id ?? null, limit],
  );
}

async function findRequest(
  context: SubgraphContext,
  where: string,
  parameters: unknown[],
): Promise<DisclosureRequest | undefined> {
  const [row] = await context.query<DisclosureRequest>(
    `SELECT ${columns} FROM disclosure_request WHERE ${where}`,
    parameters,
  );
  return row;
}

function alreadyDecided(): Error {
  return hubError('CONFLICT', {
    sv: 'Begäran är redan avgjord, eller har väntat för länge. Den som frågar kan begära på nytt.',
    en: 'The request is decided already, or has waited too long. Whoever asks can request anew.',
  });
}

const columns = selectColumns([
  ...askedColumns,
  'owner',
  'fields',
  'requestedAt',
  'decisions',
  'decidedAt',
  'decidedBy',
  'validTo',
  'decisionKey',
  'decisionFingerprint',
  'revokedAt',
  'revokedBy',
  'revocationReason',
]);
