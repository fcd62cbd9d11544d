import { acceptsPurpose } from '../../../../schema/access/acceptedPurposes';
import { columnOf, columnsOf, columns as askers, type Column } from '../../../../schema/access/columnOf';
import { mayEverSee } from '../../../../schema/access/mayEverSee';
import { readCell } from '../../../../schema/access/readCell';
import type { Condition, Row } from '../../../../schema/access/types';
import type { Attestation } from '../../../../schema/protocol/attestation';
import type { Assertion } from '../../../../schema/protocol/principal';
import { roles, type Purpose } from '../../../../schema/protocol/vocabulary';
import { fieldsWithin } from './fieldsWithin';
import { groupOf, isDecided, purposeGroupNames, purposeGroups, type PurposeGroupName } from './purposeGroups';
import { judgeOf, keyColumns, type RegisterColumns, type TableColumns } from './registerColumns';

/** A database role under which statements run, and the columns it may read: table -> columns. */
export interface Reader {
  /** Within its database; see `roleOf` for the name in the server. */
  readonly name: string;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** Readers of every child in the register: searching and saying who may see whom come before any decision. */
export const wholeRegister = ['access_facts', 'search'] as const;

export type HubReader = 'hub_facts' | (typeof wholeRegister)[number];

/**
 * The readers of a register. A purpose alone would open nearly all of it, since some agency works with nearly all of
 * it under every purpose: so there is one for each column of the matrix and group of purposes, and where decisions in
 * a case can open more, one for that. Those who could be shown nothing have none.
 */
export function listReaders(register: RegisterColumns): Reader[] {
  const ofAskers = askers.flatMap((column) =>
    purposeGroupNames.flatMap((group) => readersOf(register, { column, group })),
  );
  return [...ofAskers, ...hubReaders.map((name) => ({ name, columns: pick(register, readByHub[name]) }))];
}

/**
 * The readers that may serve a call, the first of them that there is; none for those who read about no child.
 *
 * @param attested what was attested in the call
 */
export function readersFor({ principal, purpose }: Assertion, attested: readonly Attestation[]): string[] {
  const column = columnOf(
    principal.role,
    attested.some(({ related }) => related),
  );
  const group = groupOf(purpose, attested);
  if (column === null || group === null) return [];
  const plain = nameOf({ column, group });
  return isDecided(attested) ? [`${plain}_decided`, plain] : [plain];
}

/** Roles belong to the server, not to the database: the database's name keeps those of two registers apart. */
export function roleOf(database: string, reader: string): string {
  return `${database}_${reader}`;
}

interface Asker {
  readonly column: Column;
  readonly group: PurposeGroupName;
}

function nameOf({ column, group }: Asker): string {
  return `${column.toLowerCase()}_${group}`;
}

function readersOf(register: RegisterColumns, asker: Asker): Reader[] {
  const plain = fieldsWithin(register, (coordinate) => couldOpen(coordinate, asker, couldMeet));
  const decided = fieldsWithin(register, (coordinate) => couldOpen(coordinate, asker, couldBeDecided));
  const toReader = (name: string, open: ReadonlySet<string>): Reader => ({
    name,
    columns: pick(register, ({ fields = {} }) =>
      Object.keys(fields).flatMap((coordinate) => (open.has(coordinate) ? fields[coordinate]! : [])),
    ),
  });
  return [
    ...(plain.size > 0 ? [toReader(nameOf(asker), plain)] : []),
    ...(decided.size > plain.size ? [toReader(`${nameOf(asker)}_decided`, decided)] : []),
  ];
}

const readByHub: Readonly<Record<HubReader, (table: TableColumns) => readonly string[]>> = {
  hub_facts: ({ hubFacts = [] }) => hubFacts,
  access_facts: ({ accessFacts = [] }) => accessFacts,
  search: ({ accessFacts = [], search = [] }) => [...accessFacts, ...search],
};

const hubReaders = Object.keys(readByHub) as readonly HubReader[];

/** The tables of which the reader gets anything, with the key columns; `child` always, to start from. */
function pick(
  register: RegisterColumns,
  read: (table: TableColumns) => readonly string[],
): Map<string, readonly string[]> {
  const picked = new Map<string, readonly string[]>();
  for (const [table, uses] of Object.entries(register)) {
    const columns = read(uses);
    if (columns.length > 0 || table === 'child')
      picked.set(table, [...new Set([...keyColumns(table), ...columns])]);
  }
  return picked;
}

type Possible = (row: Row, asker: Asker) => boolean;

function couldOpen(coordinate: string, asker: Asker, isPossible: Possible): boolean {
  const { rows, flag } = judgeOf(coordinate);
  return rows.some((row) => {
    const cell = readCell(row.cells[asker.column]);
    return cell.allow && (flag || !cell.flagOnly) && isPossible(row, asker);
  });
}

/** By who asks, the purpose and what the agencies hold about the child. */
function couldMeet(row: Row, { column, group }: Asker): boolean {
  const { own, alternatives } = readCell(row.cells[column]);
  const conditions: readonly Condition[] = purposeGroups[group].conditions;
  const isAsked = roles.some((role) => purposesOf(role, { column, group }).length > 0);
  return isAsked && (own || alternatives.some((condition) => conditions.includes(condition)));
}

/** By a decision in the case as well: whatever the matrix could ever show. */
function couldBeDecided(row: Row, asker: Asker): boolean {
  return roles.some((role) => purposesOf(role, asker).some((purpose) => mayEverSee(row, role, purpose)));
}

/** The purposes of the group under which a role of the column may ask. */
function purposesOf(role: (typeof roles)[number], { column, group }: Asker): Purpose[] {
  if (!columnsOf(role).includes(column)) return [];
  return purposeGroups[group].purposes.filter((purpose) => acceptsPurpose(role, purpose));
}
