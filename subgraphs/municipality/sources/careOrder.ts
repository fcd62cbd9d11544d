import type { FieldSql } from '../../shared/loading/rowLoader';
import { judgedObject } from '../../shared/loading/judgedObject';
import { stockholmDay } from '../../shared/loading/sqlTime';

/**
 * An order lapses when the court is not asked in time (LVU 7-9 §§), but a court may allow more time: only the
 * municipality knows, so the order is in force until it records the end. Missed time limits are the hub's deadlines.
 */
export const careOrder: FieldSql = (gate, now) => {
  const columns = {
    kind: 'o.kind',
    decidedOn: stockholmDay('o.decided_at'),
    executedOn: stockholmDay('o.executed_at'),
    submittedOn: stockholmDay('o.submitted_at'),
    appliedOn: stockholmDay('o.applied_at'),
    inForce: () => {
      const at = `${gate.bind(now.toISOString())}::timestamptz`;
      return `o.decided_at <= ${at} AND (o.ended_at IS NULL OR o.ended_at > ${at})`;
    },
    handrackningRequested: 'o.handrackning_requested_at IS NOT NULL',
    handrackningRequestedOn: stockholmDay('o.handrackning_requested_at'),
    grounds: 'o.grounds',
    version: 'o.version',
  };
  return `(SELECT ${judgedObject(gate, 'CareOrder', columns)} FROM care_order o WHERE o.child_id = c.id
    ORDER BY o.decided_at DESC, o.id DESC LIMIT 1)`;
};
