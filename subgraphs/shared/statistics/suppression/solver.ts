import loadHighs, { type Highs, type ModelData } from 'highs';
import type { Relation } from './tableSystem';

/** What a reader of the published tables knows: hidden cells hold at least one, and parts add up to their whole. */
export interface Knowledge {
  readonly relations: readonly Relation[];
  /** Of every cell. */
  readonly counts: readonly number[];
  readonly hidden: ReadonlySet<number>;
}

/** Asks the solver for values that fit what a reader knows, as far as possible in one direction. */
export interface Solver {
  /** @param direction by position of a cell; the sum of direction times value becomes as great as can be */
  push(direction: ReadonlyMap<number, number>): ReadonlyMap<number, number>;
  close(): void;
}

/** The linear programming solver HiGHS (MIT), loaded once. */
export async function loadSolver(): Promise<(knowledge: Knowledge) => Solver> {
  const highs = await loadHighs();
  return (knowledge) => createSolver(highs, knowledge);
}

function createSolver(highs: Highs, { relations, counts, hidden }: Knowledge): Solver {
  const cells = [...hidden];
  const columns = new Map(cells.map((cell, column) => [cell, column]));
  const model = highs.createModel(toModel(highs, relations, counts, columns));
  // From one question to the next only the direction changes: the last answer is where the primal simplex goes on.
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
  return {
    push: (direction) => {
      const costs = new Float64Array(cells.length);
      for (const [cell, weight] of direction) costs[columns.get(cell)!] = -weight;
      model.changeColsCost({ kind: 'range', from: 0, to: cells.length - 1 }, costs);
      model.run();
      const { colValue } = model.getSolution();
      return new Map(cells.map((cell, column) => [cell, colValue[column]!]));
    },
    close: () => model.dispose(),
  };
}

/** One column per hidden cell, one row per relation that has any: hidden parts less a hidden whole are what is left. */
function toModel(
  highs: Highs,
  relations: readonly Relation[],
  counts: readonly number[],
  columns: ReadonlyMap<number, number>,
): ModelData {
  const starts = [0];
  const [indices, values, rests]: [number[], number[], number[]] = [[], [], []];
  for (const { whole, parts } of relations) {
    let rest = columns.has(whole) ? 0 : counts[whole]!;
    for (const part of parts) {
      const column = columns.get(part);
      if (column === undefined) rest -= counts[part]!;
      else [indices, values].forEach((list, which) => list.push(which === 0 ? column : 1));
    }
    if (columns.has(whole))
      [indices, values].forEach((list, which) => list.push(which === 0 ? columns.get(whole)! : -1));
    if (indices.length === starts.at(-1)) continue;
    starts.push(indices.length);
    rests.push(rest);
  }
  const [numCols, numRows] = [columns.size, rests.length];
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols).fill(1),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: rests,
    rowUpper: rests,
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  };
}
