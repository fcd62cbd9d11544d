import type { TableLoad } from '../database/bulkLoad';
import type { CaseEvent } from '../outbox/caseEvent';

/** A row by its columns' names, as the register has it or as a record brings it. */
export type ImportedRow = Readonly<Record<string, unknown>>;

/** What an import does to one row; `before` null: it is new, `after` null: it goes. */
export interface RowChange {
  readonly table: string;
  readonly before: ImportedRow | null;
  readonly after: ImportedRow | null;
}

/** Per table the columns by which a row of a child is known again in the next file. */
export type ImportKeys = Readonly<Record<string, readonly string[]>>;

/** How an agency's records come into its register, and come again. */
export interface ImportRules<Imported extends { readonly id: string }> {
  /** The register's tables, parents first, and what of a record goes into each. */
  readonly tables: readonly TableLoad<Imported>[];
  readonly keys: ImportKeys;
  /** Tables whose rows stay when the file has them no longer, and how, beside those that the file adds. */
  readonly grows?: Readonly<
    Record<string, (left: ImportedRow, added: readonly ImportedRow[]) => ImportedRow>
  >;
  /** Per table whose rows others lean on: `table.column` of those; a row that is leaned on does not go. */
  readonly leanedOn?: Readonly<Record<string, readonly string[]>>;
  /** Per table what makes a row the one that goes on: beside one of the hub's none is brought in. */
  readonly goesOn?: Readonly<Record<string, (row: ImportedRow) => boolean>>;
  /** What else follows from the changes. */
  readonly alsoAdds?: (changes: readonly RowChange[]) => RowChange[];
  /** The events that the changes are, as the mutation that does the same publishes them. */
  readonly events: (changes: readonly RowChange[], record: Imported) => Omit<CaseEvent, 'child'>[];
}

/** The changes to one table's rows that made a value of a column appear, or become another. */
export function changesOf(
  changes: readonly RowChange[],
  table: string,
): (RowChange & { after: ImportedRow })[] {
  return changes.filter(
    (change): change is RowChange & { after: ImportedRow } => change.table === table && change.after !== null,
  );
}

/** The moment that a change brought into a column that had none; undefined: it brought none. */
export function broughtAt({ before, after }: RowChange, column: string): Date | undefined {
  const value = after?.[column];
  const had = before?.[column];
  if (value === null || value === undefined || (had !== null && had !== undefined)) return undefined;
  return new Date(String(value));
}
