import type { ClientBase } from 'pg';
import type { ImportRules, RowChange } from '../../shared/importing/importRules';
import { nextVersion } from '../../shared/writing/nextVersion';
import type { CheckedRecord } from '../checkRecords';
import { toOutboxRow } from '../importedTables';
import type { MergedChild } from './mergeChild';
import type { RegisterTable } from './registerTable';

export interface MergedRecord extends CheckedRecord {
  readonly merged: MergedChild;
}

/** Writes what has been brought together, with its events, a statement for each table and kind of change. */
export async function writeMerged(
  client: ClientBase,
  rules: ImportRules<never>,
  tables: readonly RegisterTable[],
  records: readonly MergedRecord[],
  now: Date,
): Promise<void> {
  const changes = records.flatMap(({ merged }) => merged.changes);
  // What goes makes place first: of some records a child has one in force.
  for (const table of tables.toReversed()) await remove(client, table, changes);
  for (const table of tables) {
    await change(client, table, changes);
    await add(client, table, changes);
  }
  await note(client, records, now);
  const events = records.flatMap(({ record, merged }) =>
    rules.events(merged.changes, record as never).map((event) => toOutboxRow(event, record.id, now)),
  );
  await insert(client, 'outbox', ['type', 'child', 'municipality', 'occurred_at', 'recorded_at'], events);
}

function of(changes: readonly RowChange[], { name }: RegisterTable, had: boolean, has: boolean): RowChange[] {
  return changes.filter(
    ({ table, before, after }) => table === name && (before !== null) === had && (after !== null) === has,
  );
}

async function remove(
  client: ClientBase,
  table: RegisterTable,
  changes: readonly RowChange[],
): Promise<void> {
  const rows = of(changes, table, true, false).map(({ before }) => before);
  if (rows.length === 0) return;
  await client.query(`DELETE FROM ${table.name} t USING ${from(table.name)} WHERE ${samePrimary(table)}`, [
    JSON.stringify(rows),
  ]);
}

async function change(
  client: ClientBase,
  table: RegisterTable,
  changes: readonly RowChange[],
): Promise<void> {
  const rows = of(changes, table, true, true).map(({ after }) => after!);
  if (rows.length === 0) return;
  const columns = table.columns.filter((column) => ![...table.primaryKey, table.child].includes(column));
  const values = columns.map((column) => `${column} = n.${column}`).join(', ');
  await client.query(
    `UPDATE ${table.name} t SET ${values} FROM ${from(table.name)} WHERE ${samePrimary(table)}`,
    [JSON.stringify(rows)],
  );
}

async function add(client: ClientBase, table: RegisterTable, changes: readonly RowChange[]): Promise<void> {
  const rows = of(changes, table, false, true).map(({ after }) => after!);
  const version: Record<string, string> = table.versioned
    ? { version: nextVersion(table.name, 'n.child_id') }
    : {};
  await insert(client, table.name, table.columns, rows, version);
}

async function insert(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: readonly object[],
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  if (rows.length === 0) return;
  const names = [...columns, ...Object.keys(more)].join(', ');
  const values = [...columns.map((column) => `n.${column}`), ...Object.values(more)].join(', ');
  await client.query(`INSERT INTO ${table} (${names}) SELECT ${values} FROM ${from(table)}`, [
    JSON.stringify(rows),
  ]);
}

function from(table: string): string {
  return `jsonb_populate_recordset(NULL::${table}, $1::jsonb) AS n`;
}

function samePrimary({ primaryKey }: RegisterTable): string {
  return primaryKey.map((column) => `t.${column} = n.${column}`).join(' AND ');
}

/** What the next import compares with. */
async function note(client: ClientBase, records: readonly MergedRecord[], now: Date): Promise<void> {
  await client.query('DELETE FROM changed_since_import WHERE child_id = ANY($1::text[])', [
    records.map(({ record }) => record.id),
  ]);
  const noted = records.flatMap(({ record, merged }) =>
    merged.noted.map(({ table, ...row }) => ({ child_id: record.id, in_table: table, ...row })),
  );
  await client.query(
    `INSERT INTO changed_since_import SELECT n.* FROM ${from('changed_since_import')} ON CONFLICT DO NOTHING`,
    [JSON.stringify(noted)],
  );
  const imported = records.map(({ record: { id, updatedAt }, fingerprint }) => ({
    id,
    fingerprint,
    imported_at: now,
    updated_at: updatedAt ?? null,
  }));
  await client.query(
    `INSERT INTO imported SELECT n.* FROM ${from('imported')} ON CONFLICT (id) DO UPDATE SET
       fingerprint = excluded.fingerprint, imported_at = excluded.imported_at,
       updated_at = coalesce(excluded.updated_at, imported.updated_at)`,
    [JSON.stringify(imported)],
  );
}
