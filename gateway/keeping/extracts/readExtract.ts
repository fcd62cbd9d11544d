import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownTableTitle } from '../../../schema/access/judgeOwnRecord';
import { projectFolder } from '../../../schema/files';
import type { Text } from '../../../schema/protocol/text';
import type { Sql } from '../../../subgraphs/shared/retention/sql';
import { subgraphOf, type OpenPlaces, type Place } from '../places';
import type { ColumnDecision } from './columnsOf';
import type { Extract, Receiver, RecordGroup, Value, Withheld } from './extract';
import { holdingOf, type HeldTable } from './holdingOf';
import { readLabels, type Labels } from './labels';
import { readReadings } from './readReadings';

/** The columns that hold days, which stay days. */
const dayColumns = `SELECT a.attname AS name FROM pg_attribute a
  WHERE a.attrelid = to_regclass($1) AND a.atttypid = 'date'::regtype`;

/**
 * Reads what a place holds about a child, what of it is held back, and who was told what.
 * @returns null when it holds nothing
 */
export async function readExtract(
  databases: OpenPlaces,
  place: Place,
  child: string,
  receiver: Receiver,
  now: Date,
): Promise<Extract | null> {
  const sql = await databases.open(subgraphOf(place));
  if (!sql) throw new Error(`${place}: its database is not reachable from here.`);
  const { tables, retention } = holdingOf(place);
  const labels = readLabels(
    readFileSync(join(projectFolder(), 'schema', `${subgraphOf(place)}.graphql`), 'utf8'),
  );
  const records: RecordGroup[] = [];
  const withheld: Withheld[] = [];
  for (const held of tables) {
    const rows = await readRows(sql, held, child, labels);
    const title = titleOf(held, labels);
    if (rows.length > 0) records.push({ table: held.table, title, rows });
    for (const decision of held.columns) {
      const { field, shown, secrecy } = decision;
      if (!shown && withheld.every((each) => each.field !== field))
        withheld.push({ field, label: qualify(title, labelOf(decision, labels)), secrecy });
    }
  }
  const readings = await readReadings(databases, place, child);
  if (records.length === 0 && readings.length === 0) return null;
  const kept = retention.map(({ what, period, basis }) => ({ what, period: toPeriod(period), basis }));
  return { agency: place, child, receiver, madeAt: now.toISOString(), records, withheld, readings, kept };
}

async function readRows(
  sql: Sql,
  { from, columns }: HeldTable,
  child: string,
  labels: Labels,
): Promise<Value[][]> {
  const shown = columns.filter((decision) => decision.shown);
  // That there is a row would tell what is held back.
  if (shown.length === 0) return [];
  const [table] = from.split(' ');
  const days = new Set((await sql.query<{ name: string }>(dayColumns, [table])).map(({ name }) => name));
  const selected = shown.map(({ column }) => (days.has(column) ? `r."${column}"::text` : `r."${column}"`));
  const rows = await sql.query<Record<string, unknown>>(`SELECT ${selected.join(', ')} FROM ${from}`, [
    child,
  ]);
  return rows.map((row) =>
    shown
      .filter(({ column }) => row[column] !== null)
      .map((decision) => ({
        field: decision.field,
        label: labelOf(decision, labels),
        value: row[decision.column],
      })),
  );
}

function labelOf({ label, field }: ColumnDecision, labels: Labels): Text {
  return label ?? labels.of(field);
}

function qualify(title: Text, label: Text): Text {
  return { sv: `${title.sv}: ${label.sv}`, en: `${title.en}: ${label.en}` };
}

/** A table without a title of its own is called what the type of most of its fields is called. */
function titleOf({ table, columns }: HeldTable, labels: Labels): Text {
  const types = columns.map(({ field }) => field.split('.')[0]!).filter((type) => /^[A-Z]/.test(type));
  const [type = table] = types.sort(
    (one, other) =>
      types.filter((each) => each === other).length - types.filter((each) => each === one).length,
  );
  return ownTableTitle(table) ?? labels.ofType(type);
}

function toPeriod(period: object | null): string {
  if (period === null) return 'no end';
  return Object.entries(period)
    .map(([unit, count]) => `${count} ${unit}`)
    .join(' ');
}
