import type { TableSystem } from '../../../../subgraphs/shared/statistics/suppression/tableSystem';

/**
 * The attack: which hidden cells have one solution, given all that is shown. Gauss-Jordan elimination of the relations
 * over the hidden cells; where a row is left with one cell, that cell is known.
 */
export function solvableCells({ relations }: TableSystem, hidden: ReadonlySet<number>): Set<number> {
  const rows = relations
    .map(({ whole, parts }) => {
      const row = new Map<number, number>();
      for (const part of parts) if (hidden.has(part)) row.set(part, 1);
      if (hidden.has(whole)) row.set(whole, -1);
      return row;
    })
    .filter((row) => row.size > 0);
  const reduced: [pivot: number, row: Map<number, number>][] = [];
  for (const row of rows) {
    for (const [pivot, earlier] of reduced) addTo(row, earlier, -(row.get(pivot) ?? 0));
    const [pivot] = row.keys();
    if (pivot === undefined) continue;
    const scale = 1 / row.get(pivot)!;
    for (const [cell, factor] of row) row.set(cell, factor * scale);
    for (const [, earlier] of reduced) addTo(earlier, row, -(earlier.get(pivot) ?? 0));
    reduced.push([pivot, row]);
  }
  return new Set(reduced.filter(([, row]) => row.size === 1).map(([pivot]) => pivot));
}

function addTo(row: Map<number, number>, other: ReadonlyMap<number, number>, factor: number): void {
  if (factor === 0) return;
  for (const [cell, value] of other) {
    const sum = (row.get(cell) ?? 0) + factor * value;
    if (Math.abs(sum) < 1e-9) row.delete(cell);
    else row.set(cell, sum);
  }
}
