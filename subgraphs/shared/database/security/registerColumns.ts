import { rowOfField } from '../../../../schema/access/rowOfField';

/** What the columns of one table are read for. A column may stand in several places; every column stands in one. */
export interface TableColumns {
  /** Per field of the graph (`Type.field`, judged by rows of the matrix) the columns that its SQL reads. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** For the hub's rules: `Child.policeFacts` and the like. */
  readonly hubFacts?: readonly string[];
  /** For what the agency says about access, of any child. */
  readonly accessFacts?: readonly string[];
  /** For comparing with what somebody searches by, of any child. */
  readonly search?: readonly string[];
  /** On no caller's behalf. */
  readonly nobody?: readonly string[];
}

/**
 * An agency's tables and what each column is read for; from it and the access matrix follow the grants. The columns
 * that tell whose a row is (`keyColumns`) are left out: they come with any other.
 */
export type RegisterColumns = Readonly<Record<string, TableColumns>>;

export function keyColumns(table: string): readonly string[] {
  return table === 'child' ? ['id', 'protected_identity'] : ['child_id'];
}

/** How a field of the map is judged. @throws if the matrix does not judge it by rows: its columns would go to nobody. */
export function judgeOf(coordinate: string): Extract<ReturnType<typeof rowOfField>, { kind: 'ROW' }> {
  const access = rowOfField(coordinate);
  if (access?.kind !== 'ROW') throw new Error(`${coordinate} has no row in schema/access/fields.json`);
  return access;
}
