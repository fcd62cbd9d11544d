import { judgedObject, ownObject, type JudgedColumns } from '../../shared/loading/judgedObject';
import type { FieldSql } from '../../shared/loading/rowLoader';
import { stockholmDay } from '../../shared/loading/sqlTime';

/** The latest order. That none was needed is an assessment, no order. */
export const careOrder: FieldSql = (gate, now) => {
  const columns = careOrderColumns(() => gate.bind(now.toISOString()));
  return `(SELECT ${judgedObject(gate, 'CareOrder', columns)} FROM care_order o
    WHERE o.child_id = c.id AND o.kind <> 'NO_IMMEDIATE_CARE' ORDER BY o.decided_at DESC, o.id DESC LIMIT 1)`;
};

/** An order `o` as whoever has just written it sees it; `$2` is the moment. */
export const ownCareOrder = ownObject(careOrderColumns(() => '$2'));

/**
 * An order lapses when the court is not asked in time (LVU 7-9 §§), but a court may allow more time: only the
 * municipality knows, so the order is in force until it records the end. Missed time limits are the hub's deadlines.
 */
function careOrderColumns(now: () => string): JudgedColumns {
  return {
    kind: 'o.kind',
    decidedOn: stockholmDay('o.decided_at'),
    executedOn: stockholmDay('o.executed_at'),
    submittedOn: stockholmDay('o.submitted_at'),
    appliedOn: stockholmDay('o.applied_at'),
    inForce: () => {
      const at = `${now()}::timestamptz`;
      return `o.decided_at <= ${at} AND (o.ended_at IS NULL OR o.ended_at > ${at})`;
    },
    handrackningRequested: 'o.handrackning_requested_at IS NOT NULL',
    handrackningRequestedOn: stockholmDay('o.handrackning_requested_at'),
    handrackningGround: 'o.handrackning_ground',
    grounds: 'o.grounds',
    version: 'o.version',
  };
}
