import { randomUUID } from 'node:crypto';
import { openMinutes } from '../../../schema/access/conditions/breakGlass';
import type { Row } from '../../../schema/access/types';
import type { SubgraphContext } from '../../shared/context';
import type { Change } from '../../shared/writing/change';
import { once, type Attempt } from '../../shared/writing/once';
import type { BreakGlass } from '../entities/breakGlass';
import { askedBy, askedColumns } from './askedBy';
import { selectColumns } from '../../shared/writing/rows';

/**
 * Breaks the glass, tells the owners and publishes it in one transaction: there is no broken glass of which nobody was told. No
 * agency is asked, so that the answer is the same whoever the child is.
 */
export function addGlass(
  context: SubgraphContext,
  child: string,
  rows: readonly Row[],
  reason: string,
  attempt: Attempt,
): Promise<BreakGlass> {
  const glass: BreakGlass = {
    id: randomUUID(),
    child,
    reason,
    ...askedBy(context, attempt),
    rows: rows.map(({ id }) => id),
    owners: [...new Set(rows.map(({ owner }) => owner))],
    openedAt: context.now,
    openUntil: new Date(context.now.getTime() + openMinutes * 60_000),
    reviewedAt: null,
    reviewedBy: null,
    approved: null,
    comment: null,
    reviewKey: null,
    reviewFingerprint: null,
  };
  return once(
    attempt,
    (key) => findGlass(context, 'principal = $1 AND idempotency_key = $2', [glass.principal, key]),
    () =>
      context.change(async (change) => {
        if (!(await insertGlass(change, glass))) return undefined;
        await change.publish({ type: 'GLASS_BROKEN', child });
        return glass;
      }),
  );
}

async function insertGlass({ query }: Change, glass: BreakGlass): Promise<boolean> {
  const inserted = await query(
    `WITH broken AS (
       INSERT INTO break_glass (id, child, principal, role, agency, municipality, purpose, case_reference, reason,
         idempotency_key, fingerprint, rows, owners, opened_at, open_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (principal, idempotency_key) DO NOTHING RETURNING id, owners, opened_at)
     INSERT INTO owner_notice (id, owner, break_glass_id, noticed_at)
     SELECT gen_random_uuid()::text, owner, broken.id, opened_at FROM broken, unnest(owners) AS owner RETURNING id`,
    [...askedColumns.map((name) => glass[name]), glass.rows, glass.owners, glass.openedAt, glass.openUntil],
  );
  return inserted.length > 0;
}

export async function findGlass(
  context: SubgraphContext,
  where: string,
  parameters: unknown[],
): Promise<BreakGlass | undefined> {
  const [row] = await context.query<BreakGlass>(
    `SELECT ${selectColumns(glassColumns)} FROM break_glass WHERE ${where}`,
    parameters,
  );
  return row;
}

export const glassColumns = [
  ...askedColumns,
  'rows',
  'owners',
  'openedAt',
  'openUntil',
  'reviewedAt',
  'reviewedBy',
  'approved',
  'comment',
  'reviewKey',
  'reviewFingerprint',
] as const;
