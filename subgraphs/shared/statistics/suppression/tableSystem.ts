import { setImmediate } from 'node:timers/promises';

/** A way to divide what is counted, e.g. by sex. */
export interface Dimension {
  readonly name: string;
  /** The coarser dimension whose categories these divide, e.g. QUARTER for MONTH. @default none: they divide all */
  readonly within?: string;
}

/** Units that agree in every dimension, and how many they are. */
export interface UnitGroup {
  /** By the dimension's name. */
  readonly categories: Readonly<Record<string, string>>;
  readonly count: number;
}

/** One cell of one table: how many units have these categories. */
export interface Cell {
  /** The table's dimensions, sorted; none for the total. */
  readonly dimensions: readonly string[];
  /** In the order of the dimensions. */
  readonly categories: readonly string[];
  readonly count: number;
}

/** A whole and the parts that add up to it, as positions in `cells`. Parts that are zero are left out: they are shown. */
export interface Relation {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** All tables that are published about the same units, and everything that adding and subtracting them can say. */
export interface TableSystem {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
  /** Position of a cell by `cellKey`. */
  readonly positions: ReadonlyMap<string, number>;
}

export function cellKey(dimensions: readonly string[], categories: readonly string[]): string {
  return JSON.stringify([dimensions, categories]);
}

/**
 * Counts every table, with the coarser tables that its margins are.
 * @param tables each a set of dimensions that may be published together
 */
export async function createTableSystem(
  units: readonly UnitGroup[],
  dimensions: readonly Dimension[],
  tables: readonly (readonly string[])[],
): Promise<TableSystem> {
  const within = new Map(dimensions.map(({ name, within: coarser }) => [name, coarser]));
  const cells: Cell[] = [];
  const positions = new Map<string, number>();
  const closed = closeTables(tables, within);
  for (const table of closed) {
    for (const [key, cell] of countTable(units, table)) {
      positions.set(key, cells.length);
      cells.push(cell);
    }
    await setImmediate();
  }
  return { cells, positions, relations: relate(cells, positions, within, coarserOf(units, within)) };
}

/** Each table and all its margins, once. */
function closeTables(tables: readonly (readonly string[])[], within: Within): string[][] {
  const closed = new Map<string, string[]>();
  const add = (table: readonly string[]): void => {
    const sorted = [...new Set(table)].sort();
    if (closed.has(sorted.join())) return;
    closed.set(sorted.join(), sorted);
    for (const dimension of sorted) add(marginOf(sorted, dimension, within));
  };
  tables.forEach(add);
  add([]);
  return [...closed.values()];
}

type Within = ReadonlyMap<string, string | undefined>;

/** The table that is left when one dimension is added up. */
function marginOf(table: readonly string[], dimension: string, within: Within): string[] {
  const coarser = within.get(dimension);
  const rest = table.filter((name) => name !== dimension);
  return coarser === undefined ? rest : [...new Set([...rest, coarser])].sort();
}

function countTable(units: readonly UnitGroup[], dimensions: readonly string[]): Map<string, Cell> {
  const counted = new Map<string, Cell & { count: number }>();
  for (const { categories: all, count } of units) {
    const categories = dimensions.map((dimension) => all[dimension]!);
    const key = cellKey(dimensions, categories);
    const cell = counted.get(key);
    if (cell) cell.count += count;
    else counted.set(key, { dimensions, categories, count });
  }
  return counted;
}

/** The coarser category of each finer one, as `dimension category`. */
function coarserOf(units: readonly UnitGroup[], within: Within): Map<string, string> {
  const coarser = new Map<string, string>();
  for (const { categories } of units)
    for (const [fine, coarse] of within)
      if (coarse !== undefined) coarser.set(`${fine} ${categories[fine]}`, categories[coarse]!);
  return coarser;
}

function relate(
  cells: readonly Cell[],
  positions: ReadonlyMap<string, number>,
  within: Within,
  coarser: ReadonlyMap<string, string>,
): Relation[] {
  const relations = new Map<string, { whole: number; parts: number[] }>();
  cells.forEach(({ dimensions, categories }, position) => {
    const own = new Map(dimensions.map((dimension, index) => [dimension, categories[index]!]));
    for (const dimension of dimensions) {
      const margin = marginOf(dimensions, dimension, within);
      const coarse = within.get(dimension);
      // Quarters beside their months divide nothing further.
      if (coarse !== undefined && own.has(coarse)) continue;
      const whole = margin.map((name) => own.get(name) ?? coarser.get(`${dimension} ${own.get(dimension)}`)!);
      const at = positions.get(cellKey(margin, whole))!;
      const key = `${at} ${dimension} ${dimensions.join()}`;
      const relation = relations.get(key);
      if (relation) relation.parts.push(position);
      else relations.set(key, { whole: at, parts: [position] });
    }
  });
  return [...relations.values()];
}
