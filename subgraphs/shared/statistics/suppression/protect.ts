import { setImmediate } from 'node:timers/promises';
import type { Cell, TableSystem } from './tableSystem';
import type { Knowledge, Solver } from './solver';

/** The smallest number of units that is shown. */
export const threshold = 5;

/**
 * Decides which cells are not shown. Hidden are all cells of 1 to 4 units (primary suppression, threshold rule) and as
 * many others (complementary suppression) as it takes that no adding, subtracting or bounding of what is shown tells a
 * reader more about such a cell than that it lies between 1 and 4: audited by linear programming over all tables at
 * once (the cell suppression problem; Fischetti and Salazar 2001, as in τ-ARGUS and sdcTable).
 *
 * @returns positions of the hidden cells; null: so few units that not even their number is shown
 */
export async function protect(
  system: TableSystem,
  createSolver: (knowledge: Knowledge) => Solver,
): Promise<Set<number> | null> {
  const counts = system.cells.map(({ count }) => count);
  const total = system.cells.findIndex(({ dimensions }) => dimensions.length === 0);
  const primary = counts.flatMap((count, cell) => (count < threshold ? [cell] : []));
  if (total === -1 || counts[total]! < threshold) return null;
  const hidden = new Set(primary);
  const hiding = { ...system, counts, costs: system.cells.map(costOf), total, hidden };
  for (;;) {
    hideLoneParts(hiding);
    const exposed = await findExposed(primary, hiding, createSolver);
    if (exposed.length === 0) return hidden;
    const before = new Set(hidden);
    for (const cell of exposed) hideBeside(cell, hiding, before);
    if (hidden.size === before.size) return null;
  }
}

interface Hiding extends Pick<TableSystem, 'relations'> {
  readonly counts: readonly number[];
  readonly costs: readonly number[];
  readonly total: number;
  readonly hidden: Set<number>;
}

/** What hiding a cell takes from readers: its units, and more the fewer dimensions its table has. */
function costOf({ count, dimensions }: Cell): number {
  return count / 10 ** dimensions.length;
}

/** Where one member of a relation is hidden, the others give it away: the cheapest of them goes as well. */
function hideLoneParts(hiding: Hiding): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const { whole, parts } of hiding.relations) {
      const members = [whole, ...parts];
      if (members.filter((member) => hiding.hidden.has(member)).length !== 1) continue;
      changed = hideCheapest(members, hiding) || changed;
    }
  }
}

function hideCheapest(members: readonly number[], { costs, hidden, total }: Hiding): boolean {
  const shown = members.filter((member) => !hidden.has(member) && member !== total);
  if (shown.length === 0) return false;
  hidden.add(shown.reduce((least, member) => (costs[member]! < costs[least]! ? member : least)));
  return true;
}

/** The small cells about which a reader could know more than that they are small. */
async function findExposed(
  primary: readonly number[],
  { relations, counts, hidden }: Hiding,
  createSolver: (knowledge: Knowledge) => Solver,
): Promise<number[]> {
  if (primary.length === 0) return [];
  const solver = createSolver({ relations, counts, hidden });
  const ranges = new Map(primary.map((cell) => [cell, { least: counts[cell]!, most: counts[cell]! }]));
  const note = (values: ReadonlyMap<number, number>): void => {
    for (const [cell, range] of ranges) {
      range.least = Math.min(range.least, values.get(cell)!);
      range.most = Math.max(range.most, values.get(cell)!);
    }
  };
  const open = (): number[] => [...ranges].filter(([, range]) => isExposed(range)).map(([cell]) => cell);
  try {
    // One answer is a witness for many cells: all are pushed together first, then those that are left one by one.
    for (const sign of [1, -1]) note(solver.push(new Map(primary.map((cell) => [cell, sign]))));
    for (const cell of open()) {
      await setImmediate();
      for (const sign of [1, -1])
        if (isExposed(ranges.get(cell)!)) note(solver.push(new Map([[cell, sign]])));
    }
  } finally {
    solver.close();
  }
  return open();
}

const tolerance = 1e-6;

/** Every small cell could be at least one unit less or one more than another value that fits as well. */
const leastRoom = 2;

function isExposed({ least, most }: { least: number; most: number }): boolean {
  return most - least < leastRoom - tolerance;
}

/**
 * Gives a cell more room: what costs least among the shown cells nearest to it. Where another cell has just been given
 * room there, that may be enough for both: it is looked at again first, or far too much would be hidden.
 */
function hideBeside(cell: number, hiding: Hiding, before: ReadonlySet<number>): void {
  let near = new Set([cell]);
  for (;;) {
    const beside = hiding.relations.filter(
      ({ whole, parts }) => near.has(whole) || parts.some((part) => near.has(part)),
    );
    const members = new Set(beside.flatMap(({ whole, parts }) => [whole, ...parts]));
    if ([...members].some((member) => hiding.hidden.has(member) && !before.has(member))) return;
    if (hideCheapest([...members], hiding)) return;
    const hidden = new Set([...members].filter((member) => hiding.hidden.has(member)));
    if (hidden.size === near.size) return;
    near = hidden;
  }
}
