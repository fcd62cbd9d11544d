import fields from './fields.json';
import matrix from './matrix.json';
import type { Row } from './types';

/** The access matrix: every kind of fact that the agencies hold, in the order in which it is read. */
export const rows = matrix as readonly Row[];

/** @throws if matrix.json has no row of that id: a misspelt row must not pass for one without conditions. */
export function findRow(id: string): Row {
  const row = byId.get(id);
  if (!row) throw new Error(`The access matrix has no row "${id}" (schema/access/matrix.json).`);
  return row;
}

/**
 * The ids of the rows any of which opens the field; none if the field is not judged by rows.
 *
 * @param coordinate `Type.field`
 */
export function rowsOfField(coordinate: string): readonly string[] {
  return [rowOf[coordinate]?.row ?? []].flat();
}

const byId = new Map(rows.map((row) => [row.id, row]));
const rowOf = fields as Readonly<Record<string, { readonly row?: string | readonly string[] } | undefined>>;
