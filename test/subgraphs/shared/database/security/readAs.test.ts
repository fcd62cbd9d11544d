import { loadPolice, police } from '../../../../../subgraphs/police/subgraph';
import { connectDatabase } from '../../../../../subgraphs/shared/database/connect';
import { prepareReaders } from '../../../../../subgraphs/shared/database/security/prepareReaders';
import { readAs } from '../../../../../subgraphs/shared/database/security/readAs';
import type { SubgraphDatabase } from '../../../../../subgraphs/shared/database/subgraphDatabase';
import { CreateDutyTaken1767916800001 } from '../../../../../subgraphs/shared/duty/createDutyTakenTable';
import { createTestDatabase, type TestDatabase } from '../../../../harness/database';

const odd = `o'dd"{},\\:;child:hidden`;
const denied = { code: '42501' };
let place: TestDatabase;
let database: SubgraphDatabase;
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

/** Runs a statement as the owner, on a connection that reads share: one behind the other they have the same. */
function asOwner(sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> {
  return database.reads.use(async (client) => (await client.query(sql, parameters)).rows);
}

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
  // The connection of a long read can write; that of all others cannot, whatever the role.
  const long = readAs(database, { role: roles.get('pof_protection')!, plannedAnew: true }, sql, []);
  await expect(long).rejects.toThrow(/permission denied|must be owner/);
  await expect(read(sql, ['child:seen'])).rejects.toThrow(/permission denied|read-only transaction/);
});

test('nothing can be put behind a statement', async () => {
  await expect(read('RESET ROLE; SELECT id FROM child', ['child:seen'])).rejects.toMatchObject({
    code: '42601',
  });
});

describe('the connection that others use next', () => {
  const standing = `SELECT current_user = session_user AS owner,
    coalesce(current_setting('skyddsnat.open', true), '') AS open`;
  const leaveBehind = (): Promise<unknown[]> => asOwner(standing);

  it('plans as it did before, and has no role, when a long read had it to itself', async () => {
    await readAs(
      database,
      { role: roles.get('access_facts')!, plannedAnew: true },
      'SELECT id FROM child',
      [],
    );
    expect(await database.query('SHOW enable_seqscan')).toEqual([{ enable_seqscan: 'on' }]);
    expect(await database.query(standing)).toEqual([{ owner: true, open: '' }]);
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
  const plan = await readAs<object>(
    database,
    { role },
    `EXPLAIN SELECT id, identity FROM child WHERE search_keys && ARRAY['x']`,
    [],
  );
  expect(JSON.stringify(plan)).toContain('child_search_keys');
});

describe('the plan of a statement', () => {
  const ask = async (sql: string, plannedAnew: boolean): Promise<void> => {
    const role = roles.get('access_facts')!;
    for (let call = 0; call < 3; call += 1) await readAs(database, { role, plannedAnew }, sql, [['seen']]);
  };
  const plans = `SELECT generic_plans > 0 AS once, custom_plans > 0 AS anew FROM pg_prepared_statements`;

  it('is made once, whichever children are asked about', async () => {
    const sql = 'SELECT c.id FROM child c WHERE c.id = ANY($1::text[])';
    await ask(sql, false);
    expect(await asOwner(`${plans} WHERE statement = $1`, [sql])).toEqual([{ once: true, anew: false }]);
  });

  it('is made for the very parameters where it hangs on them', async () => {
    const sql = 'SELECT c.id FROM child c WHERE c.id = ANY($1::text[]) ORDER BY c.id';
    await ask(sql, true);
    expect(await database.query(`${plans} WHERE statement = $1`, [sql])).toEqual([
      { once: false, anew: true },
    ]);
  });

  it.each([
    ['enter_rows', []],
    ['enter_rows_of_one', ['seen']],
    ['enter_rows_of_many', ['hidden', 'other']],
  ])('is made once for %s too', async (name, unlessProtected) => {
    for (let call = 0; call < 8; call += 1) await read(reportsOf, ['child:seen'], [], unlessProtected);
    expect(await asOwner(`${plans} WHERE name = $1`, [name])).toEqual([{ once: true, anew: false }]);
  });
});

test('statements sent at once each have their own role and rows, whatever becomes of the others', async () => {
  const children = ['seen', 'other', 'hidden', odd];
  const asked = Array.from({ length: 240 }, (_, place) => {
    const child = children[place % 4]!;
    const search = { role: roles.get('search')! };
    switch (place % 5) {
      case 0:
        return { answer: read(reportsOf, [`missing_person_report:${child}`]), expected: [{ child }] };
      case 1:
        return {
          answer: read(reportsOf, [`missing_person_report:${child}`], [], [child]),
          expected: child === 'hidden' ? [] : [{ child }],
        };
      case 2:
        return {
          answer: readAs(database, search, 'SELECT count(*)::int AS all FROM child', []),
          expected: [{ all: 4 }],
        };
      case 3:
        return { answer: read('SELECT identity FROM child', [`child:${child}`]), expected: denied };
      default:
        return {
          answer: read(`SELECT $1::int / $2::int AS x`, [], [place, place % 2]),
          expected: place % 2 ? [{ x: place }] : { code: '22012' },
        };
    }
  });
  const answers = await Promise.allSettled(asked.map(({ answer }) => answer));

  answers.forEach((answer, place) => {
    const { expected } = asked[place]!;
    if (Array.isArray(expected)) expect(answer).toEqual({ status: 'fulfilled', value: expected });
    else expect(answer).toMatchObject({ status: 'rejected', reason: expected });
  });
});
