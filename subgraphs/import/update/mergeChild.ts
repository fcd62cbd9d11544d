import { searchKeys, type IdentityRecord } from '../../shared/matching';
import type { ImportedRow, ImportRules, RowChange } from '../../shared/importing/importRules';
import type { ImportedRecord } from '../checkRecords';
import { mergeIdentity } from './mergeIdentity';
import { mergeRow, type HubChange, type OnConflict } from './mergeRow';
import type { RegisterTable } from './registerTable';
import { toComparable } from './toComparable';

/** What the register has of a child. */
export interface HeldChild {
  readonly rows: (table: string) => readonly ImportedRow[];
  /** What the hub did to the row since the last import; null: nothing. */
  readonly hub: (table: RegisterTable, key: readonly unknown[]) => HubChange | null;
}

/** A row that the hub has changed, as the next import will find it noted. */
interface NotedRow extends HubChange {
  readonly table: string;
  readonly key: readonly unknown[];
}

export interface MergedChild {
  readonly changes: readonly RowChange[];
  readonly noted: readonly NotedRow[];
  /** What both have changed, as `table.column`, or `table` for the row itself. */
  readonly conflicts: readonly string[];
}

interface Merging {
  readonly onConflict: OnConflict;
  readonly changes: RowChange[];
  readonly noted: NotedRow[];
  readonly conflicts: string[];
}

/** Brings a record together with what the register has of the child. Writes nothing. */
export function mergeChild(
  rules: ImportRules<never>,
  tables: readonly RegisterTable[],
  record: ImportedRecord,
  held: HeldChild,
  onConflict: OnConflict,
): MergedChild {
  const merging: Merging = { onConflict, changes: [], noted: [], conflicts: [] };
  tables.forEach((table, index) => {
    const rows = rules.tables[index]!.rows(record as never);
    const incoming = rows.map((values) =>
      Object.fromEntries(table.columns.map((column, place) => [column, values[place] ?? null])),
    );
    mergeTable(rules, table, incoming, held, merging);
  });
  const more = rules.alsoAdds?.(merging.changes) ?? [];
  return { ...merging, changes: [...merging.changes, ...more] };
}

function mergeTable(
  rules: ImportRules<never>,
  table: RegisterTable,
  incoming: readonly ImportedRow[],
  held: HeldChild,
  merging: Merging,
): void {
  const left = byKey(table, held.rows(table.name));
  const added: ImportedRow[] = [];
  for (const [key, row] of byKey(table, incoming)) {
    const ours = left.get(key);
    const hub = held.hub(table, keyOf(table, row));
    if (ours) mergeHeld(table, ours, row, hub, merging);
    else if (hub?.kind === 'REMOVED') note(table, row, hub, merging);
    else added.push(row);
    left.delete(key);
  }
  const going = rules.goesOn?.[table.name];
  const taken = going && [...left.values()].some((row) => going(row) && isHubs(table, row, held));
  for (const row of added) {
    const conflict = taken === true && going!(row);
    if (conflict) merging.conflicts.push(table.name);
    if (!conflict || merging.onConflict === 'file')
      merging.changes.push({ table: table.name, before: null, after: row });
  }
  const grow = rules.grows?.[table.name];
  for (const row of left.values()) {
    if (!grow) mergeLeft(table, row, held.hub(table, keyOf(table, row)), merging);
    else if (grow(row, added) !== row)
      merging.changes.push({ table: table.name, before: row, after: grow(row, added) });
  }
}

function mergeHeld(
  table: RegisterTable,
  ours: ImportedRow,
  theirs: ImportedRow,
  hub: HubChange | null,
  merging: Merging,
): void {
  const skipped = [table.child, ...table.key, 'identity', 'search_keys'];
  const columns = table.columns.filter((name) => !skipped.includes(name));
  const row = mergeRow(columns, table.types, [ours, theirs], hub, merging.onConflict);
  const identities = [ours['identity'], theirs['identity']] as [IdentityRecord, IdentityRecord];
  const known = table.name === 'child' ? mergeIdentity(...identities, hub, merging.onConflict) : null;
  const before = { ...row.before, ...known?.before };
  merging.conflicts.push(
    ...[...row.conflicts, ...(known?.conflicts ?? [])].map((name) => `${table.name}.${name}`),
  );
  if (Object.keys(before).length > 0) note(table, ours, { kind: 'CHANGED', before }, merging);
  if (!row.changed && !known?.changed) return;
  const identity = known && { identity: known.identity, search_keys: searchKeys(known.identity) };
  merging.changes.push({ table: table.name, before: ours, after: { ...ours, ...row.values, ...identity } });
}

/** A row that the file has not: the hub's own stays; what came from an import goes as it came. */
function mergeLeft(table: RegisterTable, row: ImportedRow, hub: HubChange | null, merging: Merging): void {
  if (hub?.kind === 'CHANGED') merging.conflicts.push(table.name);
  if (hub && (hub.kind === 'ADDED' || merging.onConflict === 'hub'))
    note(table, row, { kind: 'ADDED', before: {} }, merging);
  else merging.changes.push({ table: table.name, before: row, after: null });
}

function note(table: RegisterTable, row: ImportedRow, { kind, before }: HubChange, { noted }: Merging): void {
  noted.push({ table: table.name, key: keyOf(table, row), kind, before });
}

function isHubs(table: RegisterTable, row: ImportedRow, held: HeldChild): boolean {
  return held.hub(table, keyOf(table, row))?.kind === 'ADDED';
}

function keyOf({ key }: RegisterTable, row: ImportedRow): unknown[] {
  return key.map((column) => row[column] ?? null);
}

/** Key values as text: the same in a file, in the register and in what was noted. */
export function toKey({ key, types }: RegisterTable, values: readonly unknown[]): string {
  return key.map((column, index) => toComparable(values[index], types[column])).join('|');
}

/** Rows of the same key are known by their order. */
function byKey(table: RegisterTable, rows: readonly ImportedRow[]): Map<string, ImportedRow> {
  const keyed = new Map<string, ImportedRow>();
  for (const row of rows) {
    const key = toKey(table, keyOf(table, row));
    let place = 1;
    while (keyed.has(`${key} ${place}`)) place += 1;
    keyed.set(`${key} ${place}`, row);
  }
  return keyed;
}
