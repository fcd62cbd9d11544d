import { judgedColumns, judgeOwnRecord } from '../../../schema/access/judgeOwnRecord';
import { readCell } from '../../../schema/access/readCell';
import { rowOfField } from '../../../schema/access/rowOfField';
import type { Text } from '../../../schema/protocol/text';
import type {
  RegisterColumns,
  TableColumns,
} from '../../../subgraphs/shared/database/security/registerColumns';

export interface ColumnDecision {
  readonly column: string;
  /** `Type.field`, or `table.column` where the graph does not have it. */
  readonly field: string;
  readonly shown: boolean;
  /** The rule that closes it; null: it is shown, or nobody has decided. */
  readonly secrecy: string | null;
  /** What it is called; null: what the field is called. */
  readonly label: Text | null;
}

/** Tells nothing about the child: keys, counters of changes, and what a search reads beside the identity itself. */
const technical =
  /^(id|child|child_id|version|search_keys|idempotency_key|fingerprint|protected_identity|\w+_id)$/;

/**
 * Which columns of a table the child may be shown: those that the access matrix shows a guardian of the own ward, who
 * stands in the child's place. Columns that no field shows are judged by themselves (`schema/access/ownRecords.json`);
 * what nobody has judged is not shown.
 */
export function columnsOf(register: RegisterColumns, table: string): ColumnDecision[] {
  const {
    fields = {},
    hubFacts = [],
    accessFacts = [],
    search = [],
    nobody = [],
  } = register[table] as TableColumns;
  const columns = new Set([
    ...Object.values(fields).flat(),
    ...hubFacts,
    ...accessFacts,
    ...search,
    ...nobody,
  ]);
  return [...columns]
    .filter((column) => !technical.test(column))
    .map((column) => decideColumn(table, column, fields));
}

/** The same for a table of which no field of the graph is read straight from its columns. */
export function ownColumnsOf(table: string): ColumnDecision[] {
  return judgedColumns(table).map((column) => decideOwn(table, column));
}

function decideColumn(
  table: string,
  column: string,
  fields: NonNullable<TableColumns['fields']>,
): ColumnDecision {
  // How the agency's search knows the child is the child's own identity.
  if (column === 'identity')
    return { column, field: 'child.identity', shown: true, secrecy: null, label: null };
  const coordinates = Object.keys(fields)
    .filter((coordinate) => fields[coordinate]!.includes(column))
    .sort((one, other) => Number(isNamed(other, column)) - Number(isNamed(one, column)));
  const [named] = coordinates;
  if (named === undefined) return decideOwn(table, column);
  const judged = isNamed(named, column) ? [named] : coordinates;
  const open = judged.find(isShown);
  if (open !== undefined) return { column, field: open, shown: true, secrecy: null, label: null };
  return { column, field: named, shown: false, secrecy: secrecyOf(named), label: null };
}

function decideOwn(table: string, column: string): ColumnDecision {
  const { shown, secrecy, field, label } = judgeOwnRecord(table, column) ?? unjudged;
  return { column, field: field ?? `${table}.${column}`, shown, secrecy, label };
}

const unjudged = { shown: false, secrecy: null, field: null, label: null };

/** Whether the field is the column's own, and not one that only rests on it. */
function isNamed(coordinate: string, column: string): boolean {
  return coordinate.split('.')[1]!.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) === column;
}

function isShown(coordinate: string): boolean {
  const access = rowOfField(coordinate);
  if (access?.kind !== 'ROW') return false;
  return access.rows.some(({ cells }) => {
    const { allow, flagOnly } = readCell(cells.GM);
    return allow && (!flagOnly || access.flag);
  });
}

function secrecyOf(coordinate: string): string | null {
  const access = rowOfField(coordinate);
  return access?.kind === 'ROW' ? access.rows[0]!.secrecy : null;
}
