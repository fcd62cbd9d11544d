/** Makes one value of several that a register holds under references of one child, the leading one's first. */
export type Merge = (held: readonly unknown[]) => unknown;

type Row = Readonly<Record<string, unknown>>;

/** Makes one row of the rows of one child; values that are null or absent say nothing. */
export function mergeRows(rows: readonly Row[], merges: Readonly<Record<string, Merge>> = {}): Row {
  const [only] = rows;
  if (rows.length < 2) return only ?? {};
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(
    names.map((name) => {
      const held = rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined);
      return [name, held.length < 2 ? (held[0] ?? null) : (merges[name] ?? mergeHeld)(held)];
    }),
  );
}

/** Lists stand together, yes goes before no, and of anything else the leading one counts. */
export const mergeHeld: Merge = (held) => {
  if (held.every(Array.isArray)) return held.flat();
  return held.every((value) => typeof value === 'boolean') ? held.includes(true) : held[0];
};

/**
 * Of objects field by field: what one does not say another may.
 * @param together fields that belong together, the first of each saying by its greatest value whose count
 */
export function mergeFields(...together: readonly (readonly [by: string, ...fields: string[]])[]): Merge {
  return (held) => {
    const rows = held as readonly Row[];
    const groups = together.map(([by, ...fields]) => {
      const latest = sortLatest(rows, by)[0] ?? {};
      return [by, ...fields].map((field) => [field, latest[field] ?? null] as const);
    });
    return { ...mergeRows(rows), ...Object.fromEntries(groups.flat()) };
  };
}

/** The object whose field is greatest, such as a day; among equals, and where the field is secret, the leading one. */
export function latestBy(field: string): Merge {
  return (held) => sortLatest(held as readonly Row[], field)[0];
}

/** All entries of the lists, those whose field is greatest first. */
export function newestFirst(field: string): Merge {
  return (held) => sortLatest(held.flat() as Row[], field);
}

function sortLatest(rows: readonly Row[], field: string): Row[] {
  const textOf = (row: Row): string => String(row[field] ?? '');
  return [...rows].sort((one, other) => {
    const [left, right] = [textOf(one), textOf(other)];
    return left === right ? 0 : left < right ? 1 : -1;
  });
}
