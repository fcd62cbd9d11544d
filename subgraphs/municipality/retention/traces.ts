import type { ChildTraces } from '../../shared/retention/eraseChild';

/** A concern may name a child that is not in the register, or be known by the case it led to. */
export const traces: ChildTraces = {
  rows: [
    {
      table: 'concern',
      where: 'r.child_id = $1 OR r.id IN (SELECT concern_id FROM protection_case p WHERE p.child_id = $1)',
    },
  ],
};
