import type { ImportedRow } from '../../shared/importing/importRules';
import { saysNothing, toComparable } from './toComparable';

/** What the hub did to a row since the last import; `before`: what that import had written. */
export interface HubChange {
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly before: ImportedRow;
}

/** Which of the two stands where both have changed a value. */
export type OnConflict = 'refuse' | 'hub' | 'file';

export interface MergedRow {
  readonly values: ImportedRow;
  /** Whether the register's row becomes another. */
  readonly changed: boolean;
  /** Where the hub's value stays: what the file says. The next import compares with that. */
  readonly before: ImportedRow;
  /** Columns that both have changed. */
  readonly conflicts: readonly string[];
}

/**
 * Brings a row of the file together with the register's, column by column. What only the file has changed since the
 * last import is taken over; what only the hub has changed stays; where both have, and differ, is a conflict.
 *
 * @param hub what the hub did to the row; null: nothing
 */
export function mergeRow(
  columns: readonly string[],
  types: Readonly<Record<string, string>>,
  [held, incoming]: readonly [held: ImportedRow, incoming: ImportedRow],
  hub: HubChange | null,
  onConflict: OnConflict,
): MergedRow {
  const values: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  const conflicts: string[] = [];
  let changed = false;
  for (const column of columns) {
    const same = (a: unknown, b: unknown): boolean =>
      toComparable(a, types[column]) === toComparable(b, types[column]);
    const [ours, theirs] = [held[column] ?? null, incoming[column] ?? null];
    const winner = same(ours, theirs) ? 'both' : decide(column, ours, theirs, hub, same);
    if (winner === 'conflict') conflicts.push(column);
    const hubStays = winner === 'hub' || (winner === 'conflict' && onConflict !== 'file');
    if (hubStays) before[column] = theirs;
    else if (winner !== 'both') changed = true;
    values[column] = hubStays || winner === 'both' ? ours : theirs;
  }
  return { values, changed, before, conflicts };
}

function decide(
  column: string,
  ours: unknown,
  theirs: unknown,
  hub: HubChange | null,
  same: (a: unknown, b: unknown) => boolean,
): 'hub' | 'file' | 'conflict' {
  if (hub === null) return 'file';
  // The row is the hub's own: the file may add to it.
  if (hub.kind === 'ADDED') return saysNothing(theirs) ? 'hub' : saysNothing(ours) ? 'file' : 'conflict';
  if (!Object.hasOwn(hub.before, column)) return 'file';
  return same(theirs, hub.before[column]) ? 'hub' : 'conflict';
}
