import { coversField } from '../../../../../schema/access/coversField';
import { agencySubgraphs } from '../../../../../schema/protocol/vocabulary';
import { definitions } from '../../../../../subgraphs/definitions';
import {
  keyColumns,
  type RegisterColumns,
  type TableColumns,
} from '../../../../../subgraphs/shared/database/security/registerColumns';
import { prepareReaders } from '../../../../../subgraphs/shared/database/security/prepareReaders';
import { listReaders } from '../../../../../subgraphs/shared/database/security/readers';
import type { Gate } from '../../../../../subgraphs/shared/loading/gate';
import { startAgency, type TestAgency } from '../../../../harness/startAgency';

const now = new Date('2026-11-21T12:00:00Z');

describe.each(agencySubgraphs)('the columns of %s', (name) => {
  const {
    columns: register,
    sources,
    accessFacts,
    running = 'false',
  } = definitions[name] as Required<(typeof definitions)['police']>;
  let agency: TestAgency;
  beforeAll(async () => {
    agency = await startAgency(definitions[name], now);
  });
  afterAll(() => agency?.stop());

  const query = <T>(sql: string, parameters?: unknown[]): Promise<T[]> =>
    agency.running.database.query<T[]>(sql, parameters);

  it('are all said to be read for something, or by nobody', async () => {
    const held = await query<{ column: string }>(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name NOT IN ('migrations', 'disclosure', 'outbox', 'attempt', 'statistics_publication', 'statistics_cell', 'legal_hold', 'erasure', 'import_run', 'imported', 'changed_since_import')`,
    );
    const said = Object.entries(register).flatMap(([table, uses]) =>
      [...keyColumns(table), ...allColumns(uses)].map((column) => `${table}.${column}`),
    );
    expect([...new Set(said)].sort()).toEqual(held.map(({ column }) => column).sort());
  });

  it.each(Object.keys(sources.fields))(
    'that Child.%s is said to read are those that its SQL reads',
    async (field) => {
      const within = ({ fields = {} }: TableColumns): string[] =>
        Object.keys(fields).flatMap((coordinate) =>
          coversField([`Child.${field}`], coordinate) ? fields[coordinate]! : [],
        );
      expect(await columnsRead(sources.fields[field]!(everything, now))).toEqual(namesOf(register, within));
    },
  );

  it('for the hub’s rules, for access and for the duty clock are those that their SQL reads', async () => {
    const facts = Object.values(sources.hubFields ?? {}).map(({ sql }) => sql(everything, now));
    expect(await columnsRead(facts.join(', '))).toEqual(namesOf(register, ({ hubFacts = [] }) => hubFacts));
    const access = [...Object.values(accessFacts), running].map((sql) =>
      sql
        .replace(/(?<!:):(today|now)\b/g, "'2026-11-21'")
        .replace(/(?<!:):(principal|role|agency|municipality)\b/g, "''"),
    );
    expect(await columnsRead(access.join(', '))).toEqual(
      namesOf(register, ({ accessFacts: read = [] }) => read),
    );
  });

  it('are granted to each reader as the matrix says, for reading alone', async () => {
    const { database } = agency.running;
    const { roles } = await prepareReaders(database, register);
    for (const { name: reader, columns } of listReaders(register)) {
      const granted = await query<{ table: string; column: string }>(
        `SELECT c.relname AS table, a.attname AS column
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm') AND a.attnum > 0
          AND NOT a.attisdropped AND has_column_privilege($1, c.oid, a.attnum, 'SELECT')`,
        [roles.get(reader)],
      );
      expect(granted.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(
        [...columns].flatMap(([table, names]) => names.map((column) => `${table}.${column}`)).sort(),
      );
    }
    const writing = await query(
      `SELECT r.role, c.relname FROM unnest($1::text[]) r(role), pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'S')
        AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege(r.role, c.oid, 'USAGE, SELECT, UPDATE')
          ELSE has_table_privilege(r.role, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') END`,
      [[...roles.values()]],
    );
    expect(writing).toEqual([]);
  });

  it('stand in tables that are closed row by row', async () => {
    const open = await query(`SELECT relname FROM pg_class WHERE relname = ANY($1) AND NOT relrowsecurity`, [
      Object.keys(register),
    ]);
    expect(open).toEqual([]);
  });

  /** As PostgreSQL itself sees it: what a view of the SQL depends on. */
  async function columnsRead(sql: string): Promise<string[]> {
    return agency.running.database.transaction(async (manager) => {
      await manager.query(`CREATE VIEW looked AS SELECT num_nulls(${sql}) FROM child c`);
      const read = await manager.query<{ column: string }[]>(
        `SELECT DISTINCT t.relname || '.' || a.attname AS column
        FROM pg_depend d JOIN pg_rewrite w ON w.oid = d.objid AND w.ev_class = 'looked'::regclass
          JOIN pg_class t ON t.oid = d.refobjid AND t.relkind = 'r'
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
        WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0`,
      );
      await manager.query('DROP VIEW looked');
      return read
        .map(({ column }) => column)
        .filter((column) => !isKey(column))
        .sort();
    });
  }
});

/** A gate that leaves nothing out. */
const everything: Gate = {
  test: () => "c.id <> ''",
  opens: () => true,
  related: () => "c.id <> ''",
  bind: (value) => `'${String(value)}'`,
};

function isKey(column: string): boolean {
  const [table, name] = column.split('.') as [string, string];
  return keyColumns(table).includes(name);
}

function allColumns({ fields = {}, ...others }: TableColumns): string[] {
  return [...Object.values(fields), ...Object.values(others)].flat() as string[];
}

function namesOf(register: RegisterColumns, read: (table: TableColumns) => readonly string[]): string[] {
  const names = Object.entries(register).flatMap(([table, uses]) =>
    read(uses).map((column) => `${table}.${column}`),
  );
  return [...new Set(names)].sort();
}
