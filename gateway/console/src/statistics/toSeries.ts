import type { Cell } from './useFigures';

/** A table as bars: a row for each first category, a group for each second. */
export interface Series {
  readonly rows: readonly string[];
  readonly groups: readonly string[];
  /** By group, then by row; a hidden figure is none. */
  readonly counts: readonly (readonly (number | null)[])[];
  /** Rows that hold something and are not among those drawn. */
  readonly left: number;
}

/** More bars than this nobody reads. */
const most = 25;

export function toSeries(cells: readonly Cell[]): Series {
  const order = [...new Set(cells.map(({ labels }) => labels[0] ?? ''))];
  const groups = [...new Set(cells.map(({ labels }) => labels[1] ?? ''))];
  const held = new Map(cells.map(({ labels, count }) => [`${labels[0]}\n${labels[1] ?? ''}`, count]));
  const countOf = (row: string, group: string): number | null => held.get(`${row}\n${group}`) ?? null;
  const sumOf = (row: string): number => groups.reduce((sum, group) => sum + (countOf(row, group) ?? 0), 0);
  const filled = order.filter((row) => sumOf(row) > 0);
  // Few categories keep their own order: months, ages.
  const rows = filled.length <= 12 ? filled : [...filled].sort((a, b) => sumOf(b) - sumOf(a)).slice(0, most);
  return {
    rows,
    groups,
    counts: groups.map((group) => rows.map((row) => countOf(row, group))),
    left: filled.length - rows.length,
  };
}
