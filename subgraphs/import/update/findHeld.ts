import type { ClientBase } from 'pg';
import type { ImportedRow } from '../../shared/importing/importRules';
import { toKey, type HeldChild } from './mergeChild';
import type { HubChange } from './mergeRow';
import type { RegisterTable } from './registerTable';

interface Noted extends HubChange {
  readonly child: string;
  readonly table: string;
  readonly key: readonly unknown[];
}

/**
 * Reads what the register has of children, and holds them until the transaction ends: a change through the hub comes
 * before this, and is seen, or after it.
 */
export async function findHeld(
  client: ClientBase,
  tables: readonly RegisterTable[],
  children: readonly string[],
): Promise<(child: string) => HeldChild> {
  await client.query('SELECT FROM child WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE', [
    children,
  ]);
  const rows = new Map<string, ImportedRow[]>();
  for (const { name, child } of tables) {
    // The record of the row, not its keys for the search, which follow from it.
    const held = await client.query<{ child: string; row: ImportedRow }>(
      `SELECT ${child} AS child, to_jsonb(t) - 'search_keys' AS row FROM ${name} t WHERE ${child} = ANY($1::text[])
       ORDER BY t.ctid`,
      [children],
    );
    for (const { child: id, row } of held.rows) push(rows, `${name} ${id}`, row);
  }
  const { rows: imported } = await client.query<{ id: string }>(
    'SELECT id FROM imported WHERE id = ANY($1::text[])',
    [children],
  );
  const { rows: noted } = await client.query<Noted>(
    `SELECT child_id AS child, in_table AS table, key, kind, before FROM changed_since_import
     WHERE child_id = ANY($1::text[])`,
    [children],
  );
  const fromImport = new Set(imported.map(({ id }) => id));
  const changes = new Map<string, HubChange>();
  for (const each of noted) {
    const table = tables.find(({ name }) => name === each.table);
    if (table) changes.set(`${each.table} ${each.child} ${toKey(table, each.key)}`, each);
  }
  return (child) => ({
    rows: (table) => rows.get(`${table} ${child}`) ?? [],
    hub: (table, key) =>
      fromImport.has(child) ? (changes.get(`${table.name} ${child} ${toKey(table, key)}`) ?? null) : hubsOwn,
  });
}

/** Of a child that no import has brought everything is the hub's. */
const hubsOwn: HubChange = { kind: 'ADDED', before: {} };

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
