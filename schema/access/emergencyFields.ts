import type { Role } from '../protocol/vocabulary';
import { columnsOf } from './columnOf';
import { readCell } from './readCell';
import { coordinates } from './rowOfField';
import { rows, rowsOfField } from './rows';
import type { Row } from './types';

/** The rows for which a role may break the glass: those whose cell says B for it. */
export function emergencyRows(role: Role): Row[] {
  return rows.filter((row) =>
    columnsOf(role).some((column) => readCell(row.cells[column]).alternatives.includes('B')),
  );
}

/** The schema coordinates that the role may open in an emergency, sorted. */
export function emergencyFields(role: Role): string[] {
  const open = new Set(emergencyRows(role).map(({ id }) => id));
  return coordinates
    .filter((coordinate) => !coordinate.endsWith('.*') && rowsOfField(coordinate).some((id) => open.has(id)))
    .sort();
}
