import DataLoader from 'dataloader';
import { rowOfField } from '../../../schema/access/rowOfField';
import type { Decisions } from '../access/decisions';
import { tagOwner } from '../access/owner';
import type { Reading, Run } from '../database/security/createReading';
import { createGate, type Gate } from './gate';
import { mergeRows, type Merge } from './mergeRows';

/** A child as one agency holds it: `id` and whichever fields were asked for and are open to the caller. */
export interface ChildRow {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** SQL for one field of `Child`, over the agency's `child` table as `c`. Nested rows of the matrix go through `gate`. */
export type FieldSql = (gate: Gate, now: Date) => string;

/** A field that only the hub's own graph reads (`@inaccessible`): the matrix rows of the answers it serves. */
export interface HubField {
  readonly rows: readonly string[];
  readonly sql: FieldSql;
}

export interface FieldSources {
  /** Public fields; their matrix rows stand in schema/access/fields.json. */
  readonly fields: Readonly<Record<string, FieldSql>>;
  readonly hubFields?: Readonly<Record<string, HubField>>;
  /** How a field is told of a child whom the register holds under several references. @default see `mergeHeld` */
  readonly merge?: Readonly<Record<string, Merge>>;
}

export interface Loader {
  load(child: string): Promise<ChildRow>;
}

/**
 * Loads children in one SQL statement per batch, and another for the hub's own fields, which others may read columns
 * for. The decision stands in the statement: only open columns are read, and a protected child only for those to whom
 * the owner's own mark does not close it. A child this agency does not hold is `{ id }`, like one it may not show.
 * References that an officer has linked are read together, as the one child they are.
 */
export function createRowLoader(
  decisions: Decisions,
  sources: FieldSources,
  requested: ReadonlySet<string>,
  reading: Pick<Reading, 'fields' | 'hubFacts'>,
  now: Date,
): Loader {
  return new DataLoader<string, ChildRow>(async (asked) => {
    const children = [...new Set(asked.flatMap(decisions.knownAs))];
    const open = openFields(decisions, sources, requested, children);
    const load = async (run: Run, fields: readonly OpenField[]): Promise<ChildRow[]> =>
      fields.length > 0 ? run(...composeStatement(decisions, fields, children, now)) : [];
    const [rows, facts] = await Promise.all([
      load(
        reading.fields,
        open.filter(({ coordinate }) => coordinate !== undefined),
      ),
      load(
        reading.hubFacts,
        open.filter(({ coordinate }) => coordinate === undefined),
      ),
    ]);
    const byId = new Map<string, ChildRow>();
    for (const row of [...rows, ...facts]) byId.set(row.id, { ...byId.get(row.id), ...row });
    return asked.map((id) => {
      const held = decisions.knownAs(id).flatMap((reference) => byId.get(reference) ?? []);
      return tagOwner({ ...mergeRows(held, sources.merge), id }, id);
    });
  });
}

/** The matrix rows of a public field. @throws if it has none: nothing is loaded that nobody judged. */
function judgeOf(coordinate: string): { rows: readonly string[]; flag: boolean } {
  const access = rowOfField(coordinate);
  if (access?.kind !== 'ROW') throw new Error(`${coordinate} has no row in schema/access/fields.json`);
  return { rows: access.rows.map((row) => row.id), flag: access.flag };
}

interface OpenField {
  readonly name: string;
  /** Absent for the hub's own fields, which are no part of what an owner decides on. */
  readonly coordinate?: string;
  readonly flag: boolean;
  readonly rows: readonly string[];
  readonly sql: FieldSql;
}

function openFields(
  decisions: Decisions,
  sources: FieldSources,
  requested: ReadonlySet<string>,
  children: readonly string[],
): OpenField[] {
  const named = (source: Readonly<Record<string, unknown>>): string[] =>
    Object.keys(source).filter((name) => requested.has(name));
  const fields = [
    ...named(sources.fields).map((name) => ({
      name,
      coordinate: `Child.${name}`,
      ...judgeOf(`Child.${name}`),
      sql: sources.fields[name] as FieldSql,
    })),
    ...named(sources.hubFields ?? {}).map((name) => ({
      name,
      flag: false,
      ...(sources.hubFields?.[name] as HubField),
    })),
  ];
  return fields.filter(
    ({ rows, flag, coordinate }: OpenField) => decisions.allowed(children, rows, flag, coordinate).length > 0,
  );
}

function composeStatement(
  decisions: Decisions,
  fields: readonly OpenField[],
  children: readonly string[],
  now: Date,
): [sql: string, parameters: unknown[]] {
  const gate = createGate(decisions, children);
  const columns = fields.map(
    ({ name, rows, flag, coordinate, sql }) =>
      `CASE WHEN ${gate.test(rows, flag, coordinate)} THEN ${sql(gate, now)} END AS "${name}"`,
  );
  const near = children.filter((child) => decisions.mayMeetProtected(child));
  const sql = [
    `SELECT c.id, ${columns.join(', ')}`,
    'FROM child c',
    `WHERE c.id = ANY(${gate.bind(children)}::text[])`,
    `AND (NOT c.protected_identity OR c.id = ANY(${gate.bind(near)}::text[]))`,
  ].join(' ');
  return [sql, gate.parameters];
}
