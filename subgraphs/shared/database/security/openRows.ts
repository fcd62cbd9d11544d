import { factRows } from '../../access/factRows';
import type { Decisions } from '../../access/decisions';
import { fieldsWithin } from './fieldsWithin';
import { judgeOf, type RegisterColumns } from './registerColumns';

/**
 * The rows, as `table:child`, that the matrix opens to whoever asks: those of a table, for each child for whom some
 * field that stands in it is open. Of everything the decisions know, not of what a loader asks for.
 */
export function openRows(
  register: RegisterColumns,
  decisions: Decisions,
  children: readonly string[],
): string[] {
  return children.flatMap((child) => {
    const open = fieldsWithin(register, (coordinate) => {
      const { rows, flag } = judgeOf(coordinate);
      const ids = rows.map(({ id }) => id);
      return decisions.allowed([child], ids, flag, coordinate).length > 0;
    });
    const tables = Object.keys(register).filter((table) =>
      Object.keys(register[table]?.fields ?? {}).some((coordinate) => open.has(coordinate)),
    );
    return toRows(child, tables);
  });
}

/** The rows from which the hub's rules are fed, for the children about whom one of its answers is open. */
export function openFactRows(
  register: RegisterColumns,
  decisions: Decisions,
  children: readonly string[],
): string[] {
  return allFactRows(register, decisions.allowed(children, factRows));
}

/** The same of children about whom nobody asks: for the hub's own clock. */
export function allFactRows(register: RegisterColumns, children: readonly string[]): string[] {
  const tables = Object.keys(register).filter((table) => register[table]?.hubFacts);
  return children.flatMap((child) => toRows(child, tables));
}

/** The child's own row opens with any other. */
function toRows(child: string, tables: readonly string[]): string[] {
  if (tables.length === 0) return [];
  return [...new Set(['child', ...tables])].map((table) => `${table}:${child}`);
}
