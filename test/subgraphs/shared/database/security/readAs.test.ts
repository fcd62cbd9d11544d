import type { DataSource } from 'typeorm';
import { loadPolice, police } from '../../../../../subgraphs/police/subgraph';
import { connectDatabase } from '../../../../../subgraphs/shared/database/connect';
import { prepareReaders } from '../../../../../subgraphs/shared/database/security/prepareReaders';
import { readAs } from '../../../../../subgraphs/shared/database/security/readAs';
import { CreateDutyTaken1767916800001 } from '../../../../../subgraphs/shared/duty/createDutyTakenTable';
import { createTestDatabase, type TestDatabase } from '../../../../harness/database';

const odd = `o'dd"{},\\:;child:hidden`;
const denied = { code: '42501' };
let place: TestDatabase;
/** With a single connection, so that each statement follows upon the one before it. */
let database: DataSource;
let roles: ReadonlyMap<string, string>;

beforeAll(async () => {
  place = await createTestDatabase('police_reading');
  const { entities } = police;
  const migrations = [...police.migrations, CreateDutyTaken1767916800001];
  database = await connectDatabase('police', { url: place.url, entities, migrations, poolSize: 1 });
  roles = (await prepareReaders(database, police.columns!)).roles;
  const identity = { names: [], births: [], sex: null, phones: [] };
  const reports = (id: string) => [
    {
      reportNumber: `R-${id}`,
      reportedAt: '2026-11-01T08:00:00Z',
      reportedBy: 'Home',
      status: 'OPEN' as const,
    },
  ];
  await loadPolice(
    place.url,
    ['seen', 'other', 'hidden', odd].map((id) => ({
      id,
      identity,
      protectedIdentity: id === 'hidden',
      missingPersonReports: reports(id),
    })),
  );
});
afterAll(async () => {
  await database.destroy();
  await place.drop();
});

/** Reads as police in the field, on protection, with these rows open. */
function read(sql: string, rows: string[], parameters: unknown[] = [], unlessProtected: string[] = []) {
  const role = roles.get('pof_protection')!;
  return readAs<Record<string, unknown>>(
    database,
    { role, open: { rows, unlessProtected } },
    sql,
    parameters,
  );
}

const reportsOf = 'SELECT child_id AS child FROM missing_person_report ORDER BY 1';

test('nothing is seen until rows are opened, then those and no others', async () => {
  expect(await read(reportsOf, [])).toEqual([]);
  expect(await read(reportsOf, ['missing_person_report:seen'])).toEqual([{ child: 'seen' }]);
  expect(await read(reportsOf, ['child:seen', 'found_event:seen'])).toEqual([]);
});

test('a protected child stays hidden in every table, unless the asker works with it', async () => {
  const rows = ['child:hidden', 'missing_person_report:hidden'];
  expect(await read('SELECT id FROM child', rows, [], ['hidden'])).toEqual([]);
  expect(await read(reportsOf, rows, [], ['hidden'])).toEqual([]);
  expect(await read(reportsOf, rows)).toEqual([{ child: 'hidden' }]);
});

test('of several children the protected ones alone stay hidden', async () => {
  const rows = ['seen', 'hidden', 'other'].map((child) => `missing_person_report:${child}`);
  const others = [{ child: 'other' }, { child: 'seen' }];
  expect(await read(reportsOf, rows, [], ['hidden', 'seen'])).toEqual(others);
  expect(await read(reportsOf, rows, [], ['hidden'])).toEqual(others);
  expect(await read(reportsOf, rows, [], ['seen'])).toHaveLength(3);
});

test('a child that the register does not hold hides nobody', async () => {
  expect(await read(reportsOf, ['missing_person_report:gone'], [], ['gone'])).toEqual([]);
  expect(await read(reportsOf, ['missing_person_report:seen'], [], ['gone'])).toEqual([{ child: 'seen' }]);
});

test('an id is a value, whatever it looks like', async () => {
  expect(await read(reportsOf, [`missing_person_report:${odd}`])).toEqual([{ child: odd }]);
  expect(await read('SELECT id FROM child', [`child:${odd}`], [], [`x","child:seen`])).toEqual([{ id: odd }]);
  expect(await read('SELECT id FROM child', ['child:nobody","child:seen'])).toEqual([]);
});

test('a column outside the grants is refused, all columns at once too', async () => {
  for (const column of ['identity', 'search_keys', 'suspected_offender', '*'])
    await expect(read(`SELECT ${column} FROM child`, ['child:seen'])).rejects.toMatchObject(denied);
  await expect(read('SELECT c FROM child c', ['child:seen'])).rejects.toMatchObject(denied);
});

test.each([
  `UPDATE child SET national_alert_active = true`,
  `DELETE FROM child`,
  `INSERT INTO found_event (id, child_id, found_in, at, by, identity_known) VALUES ('f', 'seen', '0180', now(), 'POLICE', true)`,
  `TRUNCATE missing_person_report`,
  `ALTER TABLE child DISABLE ROW LEVEL SECURITY`,
  `DROP POLICY open_rows ON child`,
  `CREATE TABLE mine (id text)`,
  `SELECT * FROM migrations`,
])('a reader cannot run %s', async (sql) => {
  await expect(read(sql, ['child:seen'])).rejects.toThrow(/permission denied|must be owner/);
});

test('nothing can be put behind a statement', async () => {
  await expect(read('RESET ROLE; SELECT id FROM child', ['child:seen'])).rejects.toMatchObject({
    code: '42601',
  });
});

describe('the connection that goes back to the pool', () => {
  const leaveBehind = (): Promise<unknown[]> =>
    database.query(`SELECT current_user = session_user AS owner,
      coalesce(current_setting('skyddsnat.open', true), '') AS open`);

  it('plans as it did before', async () => {
    await read(reportsOf, []);
    await readAs(database, { role: roles.get('search')! }, 'SELECT id FROM child', []);
    expect(await database.query('SHOW plan_cache_mode')).toEqual([{ plan_cache_mode: 'auto' }]);
    expect(await database.query('SHOW enable_seqscan')).toEqual([{ enable_seqscan: 'on' }]);
  });

  it('has neither role nor open rows after an answer', async () => {
    await read(reportsOf, ['missing_person_report:seen']);
    expect(await leaveBehind()).toEqual([{ owner: true, open: '' }]);
  });

  it.each(['SELECT identity FROM child', 'SELECT 1 / (random() * 0)::int', 'SELEKT'])(
    'has neither after the error of %s',
    async (sql) => {
      await expect(read(sql, ['child:seen'])).rejects.toThrow();
      expect(await leaveBehind()).toEqual([{ owner: true, open: '' }]);
    },
  );

  it('has neither after a role that does not exist, nor after values that cannot be sent', async () => {
    const open = { rows: ['child:seen'], unlessProtected: [] };
    await expect(readAs(database, { role: 'nobody_at_all', open }, 'SELECT 1', [])).rejects.toThrow();
    await expect(
      read(
        'SELECT $1::text AS x',
        ['child:seen'],
        [
          {
            toPostgres: () => {
              throw new Error('unsendable');
            },
          },
        ],
      ),
    ).rejects.toThrow();
    expect(await leaveBehind()).toEqual([{ owner: true, open: '' }]);
    expect(await read(reportsOf, ['missing_person_report:seen'])).toEqual([{ child: 'seen' }]);
  });
});

test('a search meets every child, but of each only what it compares', async () => {
  const search = (sql: string) => readAs<{ id: string }>(database, { role: roles.get('search')! }, sql, []);
  expect(await search('SELECT id, identity, search_keys, protected_identity FROM child')).toHaveLength(4);
  await expect(search('SELECT suspected_victim FROM child')).rejects.toMatchObject(denied);
  await expect(search('SELECT last_seen_place FROM missing_person_report')).rejects.toMatchObject(denied);
  const access = (sql: string) => readAs(database, { role: roles.get('access_facts')! }, sql, []);
  await expect(access('SELECT identity FROM child')).rejects.toMatchObject(denied);
});

test('a search uses the index of its keys', async () => {
  const role = roles.get('search')!;
  await database.query('SET enable_seqscan = off');
  const plan = await readAs<object>(
    database,
    { role },
    `EXPLAIN SELECT id, identity FROM child WHERE search_keys && ARRAY['x']`,
    [],
  );
  await database.query('RESET enable_seqscan');
  expect(JSON.stringify(plan)).toContain('child_search_keys');
});

describe('the plan of a statement', () => {
  const ask = async (sql: string, plannedAnew: boolean): Promise<void> => {
    const role = roles.get('access_facts')!;
    for (let call = 0; call < 3; call += 1) await readAs(database, { role, plannedAnew }, sql, [['seen']]);
  };
  const planned = (sql: string): Promise<unknown> =>
    database.query(
      `SELECT generic_plans > 0 AS once, custom_plans > 0 AS anew FROM pg_prepared_statements WHERE statement = $1`,
      [sql],
    );

  it('is made once, whichever children are asked about', async () => {
    const sql = 'SELECT c.id FROM child c WHERE c.id = ANY($1::text[])';
    await ask(sql, false);
    expect(await planned(sql)).toEqual([{ once: true, anew: false }]);
  });

  it('is made for the very parameters where it hangs on them', async () => {
    const sql = 'SELECT c.id FROM child c WHERE c.id = ANY($1::text[]) ORDER BY c.id';
    await ask(sql, true);
    expect(await planned(sql)).toEqual([{ once: false, anew: true }]);
  });

  it.each([
    ['enter_rows', []],
    ['enter_rows_of_one', ['seen']],
    ['enter_rows_of_many', ['hidden', 'other']],
  ])('is made once for %s too', async (name, unlessProtected) => {
    for (let call = 0; call < 8; call += 1) await read(reportsOf, ['child:seen'], [], unlessProtected);
    const entry = `SELECT generic_plans > 0 AS once FROM pg_prepared_statements WHERE name = $1`;
    expect(await database.query(entry, [name])).toEqual([{ once: true }]);
  });
});

test('a connection is kept while nobody uses it', async () => {
  const backend = (): Promise<unknown> => database.query('SELECT pg_backend_pid() AS pid');
  const before = await backend();
  await new Promise((resolve) => setTimeout(resolve, 10_500));
  expect(await backend()).toEqual(before);
});

test('a connection that breaks fails the statement under way and nothing else', async () => {
  const reading = read('SELECT pg_sleep(30)', []);
  const failed = expect(reading).rejects.toThrow('Connection terminated');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { master } = database.driver as unknown as { master: { _clients: { connection: Wire }[] } };
  master._clients[0]!.connection.stream.destroy();

  await failed;
  expect(await read(reportsOf, ['missing_person_report:seen'])).toEqual([{ child: 'seen' }]);
});

interface Wire {
  readonly stream: { destroy(): void };
}
