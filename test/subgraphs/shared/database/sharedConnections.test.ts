import {
  createSharedConnections,
  type SharedConnections,
} from '../../../../subgraphs/shared/database/sharedConnections';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

const name = 'skyddsnat-shared-test';
let place: TestDatabase;
let shared: SharedConnections;

beforeAll(async () => {
  place = await createTestDatabase('shared_connections');
});
beforeEach(() => {
  shared = createSharedConnections(place.url, name);
});
afterEach(() => shared.close());
afterAll(() => place.drop());

function ask<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return shared.use(async (client) => (await client.query(sql, values)).rows as Row[]);
}

const backend = async (): Promise<number> =>
  (await ask<{ pid: number }>('SELECT pg_backend_pid() AS pid'))[0]!.pid;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('many statements at once share one connection, and each gets its own answer', async () => {
  const asked = Array.from({ length: 100 }, (_, place) =>
    ask<{ x: number; pid: number }>('SELECT $1::int AS x, pg_backend_pid() AS pid', [place]),
  );
  const rows = (await Promise.all(asked)).flat();
  expect(rows.map(({ x }) => x)).toEqual(Array.from({ length: 100 }, (_, place) => place));
  expect(new Set(rows.map(({ pid }) => pid)).size).toBe(1);
});

test('a statement that takes long does not hold up those that come after it', async () => {
  let ended = false;
  const long = ask('SELECT pg_sleep(2)').then(() => (ended = true));
  await pause(100);
  for (let call = 0; call < 10; call += 1) await ask('SELECT 1');
  expect(ended).toBe(false);
  await long;
});

test('statements that take long have four connections at most; later ones wait for one of them', async () => {
  const asked: Promise<{ pid: number }[]>[] = [];
  for (let call = 0; call < 6; call += 1) {
    asked.push(ask('SELECT pg_backend_pid() AS pid FROM pg_sleep(0.5)'));
    await pause(50);
  }
  const pids = (await Promise.all(asked)).map(([row]) => row!.pid);
  expect(new Set(pids.slice(0, 4)).size).toBe(4);
  expect(new Set(pids).size).toBe(4);
});

test.each(['CREATE TABLE t (id int)', 'SELECT id FROM migrations FOR UPDATE', `SELECT nextval('s')`])(
  '%s is refused',
  async (sql) => {
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: place.url });
    await owner.connect();
    await owner.query('CREATE TABLE IF NOT EXISTS migrations (id int); CREATE SEQUENCE IF NOT EXISTS s');
    await owner.end();
    await expect(ask(sql)).rejects.toMatchObject({ code: '25006' });
  },
);

test('a connection is kept while nobody uses it', async () => {
  const before = await backend();
  await pause(10_500);
  expect(await backend()).toBe(before);
});

test('a connection on which a statement failed is replaced', async () => {
  const before = await backend();
  await expect(ask('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
  expect(await backend()).not.toBe(before);
});

test('a connection that breaks fails the statements under way on it and nothing else', async () => {
  let used: unknown;
  const under = [...Array(6)].map(() =>
    shared.use((client) => {
      used = client;
      return client.query('SELECT pg_sleep(5)');
    }),
  );
  await pause(200);
  const other = ask('SELECT 1 AS x FROM pg_sleep(0.3)');
  (used as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();

  for (const end of await Promise.allSettled(under))
    expect(end).toMatchObject({
      status: 'rejected',
      reason: { message: 'Connection terminated unexpectedly' },
    });
  expect(await other).toEqual([{ x: 1 }]);
  expect(await ask('SELECT 2 AS x')).toEqual([{ x: 2 }]);
});

test('connections that the server ends are replaced', async () => {
  const before = await backend();
  const killing = ask('SELECT pg_terminate_backend(pg_backend_pid())');
  await expect(killing).rejects.toThrow(/terminat/);
  expect(await backend()).not.toBe(before);
});

test('a database that cannot be reached fails each statement, and is asked again', async () => {
  const { port } = new URL(place.url);
  const away = createSharedConnections(place.url.replace(`:${port}/`, ':1/'), name);
  const asks = [...Array(5)].map(() => away.use((client) => client.query('SELECT 1')));
  for (const end of await Promise.allSettled(asks))
    expect(end).toMatchObject({ status: 'rejected', reason: { code: 'ECONNREFUSED' } });
  await expect(away.use((client) => client.query('SELECT 1'))).rejects.toThrow();
  await away.close();
});

test('whoever closes them waits for the statements under way', async () => {
  const other = createSharedConnections(place.url, name);
  const answer = other.use(async (client) => (await client.query('SELECT 1 AS x FROM pg_sleep(0.3)')).rows);
  await pause(100);
  await other.close();
  expect(await answer).toEqual([{ x: 1 }]);
});
