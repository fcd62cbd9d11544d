import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '../../shared/context';
import { once, type Attempt } from '../../shared/writing/once';
import type { Consent } from '../entities/consent';
import { askedBy } from './askedBy';
import { attestOwnChild } from './ownChild';
import { loadPage, uuids, type Page } from '../../shared/graph/page';
import { changes, insertOnce, selectColumns } from '../../shared/writing/rows';
import { hubError } from '../../../schema/protocol/hubError';

export type GivenConsent = Pick<
  Consent,
  'child' | 'givenBy' | 'fifteen' | 'rows' | 'toAgency' | 'toMunicipality' | 'givenOn' | 'validTo'
>;

/**
 * Records a consent; it counts from now on.
 * @param prepare tries what was given, unless it was recorded with the same key before
 */
export function addConsent(
  context: SubgraphContext,
  prepare: () => Promise<GivenConsent>,
  attempt: Attempt,
): Promise<Consent> {
  const { principal, role, caseReference, idempotencyKey, fingerprint } = askedBy(context, attempt);
  return once(
    attempt,
    (key) => findConsent(context, 'principal = $1 AND idempotency_key = $2', [principal, key]),
    async () => {
      const given = await prepare();
      const consent = {
        id: randomUUID(),
        ...given,
        principal,
        role,
        caseReference,
        recordedAt: context.now,
        withdrawnAt: null,
        withdrawnBy: null,
        idempotencyKey,
        fingerprint,
      };
      return context.change(async (change) => {
        const made = await insertOnce(change, 'consent', consent);
        if (made) change.concerns(made.child);
        return made;
      });
    },
  );
}

/**
 * Ends a consent at once; withdrawn a second time it stays as it was.
 * @throws NOT_FOUND alike for a consent that is not there and one about a child who is not the caller's
 */
export async function endConsent(context: SubgraphContext, id: string): Promise<Consent> {
  const consent = await findConsent(context, 'id = $1', [id]);
  if (!consent) throw noConsent();
  context.concerns(consent.child);
  await attestOwnChild(context, consent.child).catch((error: { extensions?: { code?: unknown } }) => {
    throw error.extensions?.code === 'NOT_FOUND' ? noConsent() : error;
  });
  if (consent.withdrawnAt !== null) return consent;
  const withdrawn = { withdrawnAt: context.now, withdrawnBy: context.assertion.principal.id };
  const isFirst = await context.change((change) => {
    change.concerns(consent.child);
    return changes(
      change,
      'UPDATE consent SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = $1 AND withdrawn_at IS NULL',
      [id, withdrawn.withdrawnAt, withdrawn.withdrawnBy],
    );
  });
  return isFirst ? { ...consent, ...withdrawn } : (await findConsent(context, 'id = $1', [id]))!;
}

/**
 * What was consented to about a child of the caller's own, ended or not, newest first.
 * @throws NOT_FOUND, AGENCY_UNAVAILABLE
 */
export async function listConsents(
  context: SubgraphContext,
  child: string,
  page: { readonly first: number; readonly after?: string | null },
): Promise<Page<Consent>> {
  await attestOwnChild(context, child);
  return loadPage<Consent>({
    ...page,
    positionOf: ({ recordedAt, id }) => ({ at: recordedAt, id }),
    ids: uuids,
    fetch: (position, limit) =>
      context.query<Consent>(
        `SELECT ${columns} FROM consent WHERE child = $1
         AND ($2::timestamptz IS NULL OR (recorded_at, id) < ($2, $3)) ORDER BY recorded_at DESC, id DESC LIMIT $4`,
        [child, position?.at ?? null, position?.id ?? null, limit],
      ),
    keep: async (rows) => [...rows],
  });
}

function noConsent(): Error {
  return hubError('NOT_FOUND', {
    sv: 'Inget samtycke med den beteckningen gäller ett barn som är ditt ärende eller uppdrag.',
    en: 'No consent of that id concerns a child who is a case or ward of yours.',
  });
}

async function findConsent(
  context: SubgraphContext,
  where: string,
  parameters: unknown[],
): Promise<Consent | undefined> {
  const [row] = await context.query<Consent>(`SELECT ${columns} FROM consent WHERE ${where}`, parameters);
  return row;
}

const columns = selectColumns([
  'id',
  'child',
  'givenBy',
  'fifteen',
  'rows',
  'toAgency',
  'toMunicipality',
  'validTo',
  'principal',
  'role',
  'caseReference',
  'recordedAt',
  'withdrawnAt',
  'withdrawnBy',
  'idempotencyKey',
  'fingerprint',
]).concat(`, to_char(given_on, 'YYYY-MM-DD') AS "givenOn"`);
