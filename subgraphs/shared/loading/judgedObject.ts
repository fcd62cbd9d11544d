import { rowOfField } from '../../../schema/access/rowOfField';
import type { Gate } from './gate';

/** Fields of a JSON object and the SQL of each. */
type Columns = Readonly<Record<string, string>>;

/** What binds a value is written only if the field is: a value bound for nothing has no type. */
export type JudgedColumns = Readonly<Record<string, string | (() => string)>>;

/** SQL for a JSON object. */
export function jsonObject(columns: Columns): string {
  const pairs = Object.entries(columns).map(([name, sql]) => `'${name}', ${sql}`);
  return `json_build_object(${pairs.join(', ')})`;
}

/**
 * SQL for a JSON object of a type of the graph, each field null where its rows of the matrix are closed. A column that
 * is closed for all children is not named at all: PostgreSQL refuses a statement that names one the reader lacks.
 */
export function judgedObject(gate: Gate, type: string, columns: JudgedColumns): string {
  const judged = Object.entries(columns).map(([name, sql]) => [name, judge(gate, `${type}.${name}`, sql)]);
  return jsonObject(Object.fromEntries(judged));
}

/** SQL for the same object as whoever has just written it sees it: every field. */
export function ownObject(columns: JudgedColumns): string {
  const written = Object.entries(columns).map(([name, sql]) => [name, typeof sql === 'string' ? sql : sql()]);
  return jsonObject(Object.fromEntries(written));
}

/** @throws if nobody said how the field is judged. */
function judge(gate: Gate, coordinate: string, column: string | (() => string)): string {
  const write = (): string => (typeof column === 'string' ? column : column());
  const access = rowOfField(coordinate);
  if (!access) throw new Error(`${coordinate} stands nowhere in schema/access/fields.json`);
  if (access.kind !== 'ROW') return write();
  const rows = access.rows.map((row) => row.id);
  if (!gate.opens(rows, access.flag, coordinate)) return 'NULL';
  return `CASE WHEN ${gate.test(rows, access.flag, coordinate)} THEN ${write()} END`;
}
