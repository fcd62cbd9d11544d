import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../schema/files';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { definitions } from '../../../subgraphs/definitions';
import type { Sql } from '../../../subgraphs/shared/retention/sql';
import { columnsOf, type ColumnDecision } from './columnsOf';
import type { Extract, Reading, Receiver, RecordGroup, Value, Withheld } from './extract';
import { readLabels, type Labels } from './labels';

/** The columns that hold days, which stay days. */
const dayColumns = `SELECT a.attname AS name FROM pg_attribute a
  WHERE a.attrelid = to_regclass($1) AND a.atttypid = 'date'::regtype`;

/**
 * Reads what an agency holds about a child, what of it is held back, and who was told what.
 * @returns null when the agency holds nothing
 */
export async function readExtract(
  sql: Sql,
  agency: AgencySubgraph,
  child: string,
  receiver: Receiver,
  now: Date,
): Promise<Extract | null> {
  const { columns: register = {}, retention } = definitions[agency];
  const labels = readLabels(readFileSync(join(projectFolder(), 'schema', `${agency}.graphql`), 'utf8'));
  const records: RecordGroup[] = [];
  const withheld: Withheld[] = [];
  for (const table of Object.keys(register)) {
    const decisions = columnsOf(register, table);
    const rows = await readRows(sql, table, decisions, child, labels);
    if (rows.length > 0) records.push({ table, title: titleOf(table, decisions, labels), rows });
    for (const { field, shown, secrecy } of decisions)
      if (!shown && withheld.every((each) => each.field !== field))
        withheld.push({ field, label: labels.of(field), secrecy });
  }
  const readings = await readReadings(sql, child);
  if (records.length === 0 && readings.length === 0) return null;
  const kept = retention.map(({ what, period, basis }) => ({ what, period: toPeriod(period), basis }));
  return { agency, child, receiver, madeAt: now.toISOString(), records, withheld, readings, kept };
}

async function readRows(
  sql: Sql,
  table: string,
  decisions: readonly ColumnDecision[],
  child: string,
  labels: Labels,
): Promise<Value[][]> {
  const shown = decisions.filter((decision) => decision.shown);
  // That there is a row would tell what is held back.
  if (shown.length === 0) return [];
  const days = new Set((await sql.query<{ name: string }>(dayColumns, [table])).map(({ name }) => name));
  const selected = shown.map(({ column }) => (days.has(column) ? `"${column}"::text` : `"${column}"`));
  const rows = await sql.query<Record<string, unknown>>(
    `SELECT ${selected.join(', ')} FROM ${table} WHERE ${table === 'child' ? 'id' : 'child_id'} = $1`,
    [child],
  );
  return rows.map((row) =>
    shown
      .filter(({ column }) => row[column] !== null)
      .map(({ column, field }) => ({ field, label: labels.of(field), value: row[column] })),
  );
}

/** A table is called what the type of most of its fields is called. */
function titleOf(table: string, decisions: readonly ColumnDecision[], labels: Labels): RecordGroup['title'] {
  const types = decisions.map(({ field }) => field.split('.')[0]!).filter((type) => /^[A-Z]/.test(type));
  const [type] = types.sort(
    (one, other) =>
      types.filter((each) => each === other).length - types.filter((each) => each === one).length,
  );
  return type === undefined ? { sv: table, en: table } : labels.ofType(type);
}

/** Looks of investigations are not told (OSL 18:1, 35:1; dataskyddslagen 5:1). */
async function readReadings(sql: Sql, child: string): Promise<Reading[]> {
  const rows = await sql.query<{ at: Date; role: string; purpose: string | null; fields: string[] }>(
    `SELECT at, role, purpose, fields FROM disclosure
     WHERE children @> ARRAY[$1] AND role <> 'POLICE_INVESTIGATOR' AND cardinality(fields) > 0 ORDER BY at, id`,
    [child],
  );
  return rows.map(({ at, ...reading }) => ({ at: at.toISOString(), ...reading }));
}

function toPeriod(period: object | null): string {
  if (period === null) return 'no end';
  return Object.entries(period)
    .map(([unit, count]) => `${count} ${unit}`)
    .join(' ');
}
