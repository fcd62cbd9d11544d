import type { SubgraphContext } from '../../shared/context';
import { loadPage, numbers, type Page } from '../../shared/graph/page';
import { once, type Attempt } from '../../shared/writing/once';
import { changes, selectColumns } from '../../shared/writing/rows';
import { isInCharge } from '../sources/socialCase';
import { assertReleasable, type GivenRelease } from './checkRelease';
import { hubError } from '../../../schema/protocol/hubError';

export interface StoredRelease extends GivenRelease {
  readonly id: string;
  readonly municipality: string | null;
  readonly releasedAt: Date;
  readonly releasedBy: string;
  readonly withdrawnAt: Date | null;
  readonly fingerprint: string;
}

/**
 * Records a release of the caller's municipality, which must be the one in charge of the child; it counts from now.
 * @throws BAD_USER_INPUT, CONFLICT, NOT_FOUND alike for a child nobody knows and one in another's charge
 */
export function addRelease(
  context: SubgraphContext,
  given: GivenRelease,
  attempt: Attempt,
): Promise<StoredRelease> {
  const { id: principal } = context.assertion.principal;
  return once(
    attempt,
    (key) => findRelease(context, 'released_by = $1 AND idempotency_key = $2', [principal, key]),
    async () => {
      assertReleasable(given, context.now);
      return insertRelease(context, given, attempt);
    },
  );
}

/**
 * Ends a release at once; withdrawn a second time it stays as it was. Also one that came from the municipality's own
 * system can be ended here.
 *
 * @throws NOT_FOUND alike for a release that is not there and one about a child in another's charge
 */
export async function endRelease(context: SubgraphContext, id: string): Promise<StoredRelease> {
  const { principal } = context.assertion;
  const release = await findRelease(
    context,
    `id = $1 AND EXISTS (SELECT FROM child c WHERE c.id = child_id AND ${isInCharge('$2')})`,
    [id, principal.municipality],
  );
  if (!release) throw notYours();
  context.concerns(release.child);
  if (release.withdrawnAt !== null) return release;
  const isFirst = await context.change((change) => {
    change.concerns(release.child);
    return changes(
      change,
      'UPDATE release SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = $1 AND withdrawn_at IS NULL',
      [id, context.now, principal.id],
    );
  });
  return isFirst ? { ...release, withdrawnAt: context.now } : (await findRelease(context, 'id = $1', [id]))!;
}

async function insertRelease(
  context: SubgraphContext,
  given: GivenRelease,
  { key, fingerprint }: Attempt,
): Promise<StoredRelease | undefined> {
  const { principal, caseReference } = context.assertion;
  return context.change(async ({ query, references, concerns }) => {
    const [{ known, ...row }] = (await query(insert, [
      references.of(given.child),
      principal.municipality,
      given.toAgency,
      given.rows,
      given.basis,
      context.now,
      given.expiresAt,
      principal.id,
      caseReference,
      key,
      fingerprint,
    ])) as [StoredRelease & { known: boolean }];
    if (!known) {
      references.assertKnown();
      throw notYours();
    }
    if (!row.id) return undefined;
    concerns(row.child);
    return row;
  });
}

async function findRelease(
  context: SubgraphContext,
  where: string,
  parameters: unknown[],
): Promise<StoredRelease | undefined> {
  const [row] = await context.query<StoredRelease>(
    `SELECT ${columns} FROM release WHERE ${where}`,
    parameters,
  );
  return row;
}

/**
 * What the municipality in charge, which is the caller's, has released about a child, ended or not, newest first. Read
 * as the owner of the tables: a release is no fact about the child that a reader's columns could open.
 *
 * @throws NOT_FOUND alike for a child nobody knows and one in another's charge
 */
export function listReleases(
  context: SubgraphContext,
  child: string,
  page: { readonly first: number; readonly after?: string | null },
): Promise<Page<StoredRelease>> {
  const { municipality } = context.assertion.principal;
  return context.change(async ({ query, references }) => {
    const [mine] = await query<{ id: string }>(ownChild, [references.of(child), municipality]);
    if (!mine) {
      references.assertKnown();
      throw notYours();
    }
    return loadPage<StoredRelease>({
      ...page,
      positionOf: ({ releasedAt, id }) => ({ at: releasedAt, id }),
      ids: numbers,
      fetch: (after, limit) =>
        query<StoredRelease>(
          `SELECT ${columns} FROM release WHERE child_id = $1
           AND ($2::timestamptz IS NULL OR (released_at, id) < ($2, $3::bigint))
           ORDER BY released_at DESC, id DESC LIMIT $4`,
          [mine.id, after?.at ?? null, after?.id ?? null, limit],
        ),
      keep: async (rows) => [...rows],
    });
  });
}

function notYours(): Error {
  return hubError('NOT_FOUND', {
    sv: 'Din kommun har inget sådant barn i sitt ansvar. Bara den ansvariga kommunen prövar sin sekretess.',
    en: 'Your municipality is in charge of no such child. Only the municipality in charge tries its own secrecy.',
  });
}

const columns = selectColumns([
  'toAgency',
  'rows',
  'basis',
  'releasedAt',
  'expiresAt',
  'releasedBy',
  'municipality',
  'withdrawnAt',
  'fingerprint',
]).concat(', id::text AS id, child_id AS child');

/** The child in the municipality's charge, of its references in $1 the named one first. */
const ownChild = `SELECT c.id FROM child c WHERE c.id = ANY($1::text[]) AND ${isInCharge('$2')}
  ORDER BY array_position($1::text[], c.id) LIMIT 1`;

const insert = `WITH mine AS (${ownChild}), made AS (
  INSERT INTO release (child_id, municipality, to_agency, rows, basis, released_at, expires_at, released_by,
    case_reference, idempotency_key, fingerprint)
  SELECT mine.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM mine
  ON CONFLICT (released_by, idempotency_key) DO NOTHING RETURNING *)
  SELECT EXISTS (SELECT FROM mine) AS known, made.* FROM (SELECT) one LEFT JOIN (SELECT ${columns} FROM made) made ON true`;
