import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { assertVersion } from '../../shared/writing/assertVersion';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import type { CareOrder } from '../resolvers/careOrder';
import { ownCareOrder } from '../sources/careOrder';
import { inCharge } from './ownChildren';

/** What followed on an order (LVU 7-9 §§). Null: nothing new. */
export interface CareSteps {
  readonly child: string;
  readonly executedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly appliedAt: Date | null;
  readonly endedAt: Date | null;
  readonly expectedVersion: number | null;
}

interface StoredOrder {
  readonly id: string;
  readonly decidedAt: Date;
  readonly executedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly appliedAt: Date | null;
  readonly endedAt: Date | null;
  readonly version: number;
}

/**
 * Records that an order was carried out, submitted to the court, followed by an application, or that it ended.
 * @returns its id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function recordCareSteps(
  change: Change,
  { child: named, executedAt, submittedAt, appliedAt, endedAt, expectedVersion }: CareSteps,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const child = await lockChild(change, named, inCharge({ assertion }));
  const [order] = await change.query<StoredOrder>(
    `SELECT id::text AS id, decided_at AS "decidedAt", executed_at AS "executedAt", submitted_at AS "submittedAt",
      applied_at AS "appliedAt", ended_at AS "endedAt", version FROM care_order
    WHERE child_id = $1 AND kind <> 'NO_IMMEDIATE_CARE' ORDER BY decided_at DESC, id DESC LIMIT 1`,
    [child],
  );
  if (!order || order.endedAt !== null) throw noOrder(order?.version);
  assertVersion(order.version, expectedVersion);
  const steps = { executedAt, submittedAt, appliedAt, endedAt };
  for (const [field, at] of Object.entries(steps)) {
    assertInOrder(now, [
      { field: 'decidedAt', at: order.decidedAt },
      { field, at },
    ]);
  }
  for (const field of ['executedAt', 'submittedAt', 'appliedAt'] as const) {
    assertInOrder(now, [
      { field, at: steps[field] ?? order[field] },
      { field: 'endedAt', at: endedAt },
    ]);
  }
  await change.query(
    `UPDATE care_order SET executed_at = coalesce($2, executed_at), submitted_at = coalesce($3, submitted_at),
      applied_at = coalesce($4, applied_at), ended_at = $5 WHERE id = $1`,
    [order.id, executedAt, submittedAt, appliedAt, endedAt],
  );
  return order.id;
}

/** The order as it is now, for whoever has just changed it. */
export async function findOrder(
  { query, now }: Pick<SubgraphContext, 'query' | 'now'>,
  id: string,
): Promise<CareOrder> {
  const [row] = (await query<{ record: CareOrder }>(
    `SELECT ${ownCareOrder} AS record FROM care_order o WHERE o.id = $1`,
    [id, now],
  )) as [{ record: CareOrder }];
  return row.record;
}

function noOrder(version: number | undefined): Error {
  return hubError(
    'CONFLICT',
    {
      sv: 'Inget beslut om omhändertagande gäller för barnet: det har upphört, eller inget är registrerat.',
      en: 'No order on care is in force for the child: it has ended, or none is registered.',
    },
    { version },
  );
}
