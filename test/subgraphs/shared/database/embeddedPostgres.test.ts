import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { removeDataDir } from '../../../../bench/measured/removeDataDir';
import { startEmbeddedPostgres } from '../../../../subgraphs/shared/database/embeddedPostgres';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'skyddsnat-embedded-'));
});
afterEach(() => {
  removeDataDir(dataDir);
});

const start = () => startEmbeddedPostgres({ dataDir, databases: ['one', 'two'], flags: ['fsync=off'] });

async function run<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('keeps its data over a stop, with passwords only the owner reads', async () => {
  const first = await start();
  await run(first.urls['one']!, 'CREATE TABLE kept AS SELECT 7 AS n');
  await first.stop();
  const second = await start();
  expect(await run(second.urls['one']!, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  await second.stop();
  expect(
    execFileSync('stat', ['-c', '%a', join(dataDir, 'passwords.json')])
      .toString()
      .trim(),
  ).toBe('600');
});

test('is reached through a socket, and over the loopback where its folder’s name is too long for one', async () => {
  const how = 'SELECT inet_client_addr() IS NULL AS near';
  const near = await start();
  expect(await run(near.urls['one']!, how)).toEqual([{ near: true }]);
  await near.stop();
  chmodSync(dataDir, 0o755);
  const deep = join(dataDir, 'x'.repeat(120));
  const far = await startEmbeddedPostgres({ dataDir: deep, databases: ['one'], flags: ['fsync=off'] });
  expect(await run(far.urls['one']!, how)).toEqual([{ near: false }]);
  await far.stop();
  removeDataDir(deep);
});

test('lets no role into another role’s database', async () => {
  const server = await start();
  const foreign = new URL(server.urls['one']!);
  foreign.pathname = '/two';
  await expect(run(foreign.href, 'SELECT 1')).rejects.toThrow(/permission denied for database/);
  await server.stop();
});

test('works from a folder that only root may enter', async () => {
  chmodSync(dataDir, 0o700);
  const server = await start();
  expect(await run(server.urls['one']!, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  await server.stop();
});

test('refuses a data folder that another run holds, and names the process', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(join(dataDir, 'running.pid'), String(other.pid));
  await expect(start()).rejects.toThrow(`in use by process ${other.pid}`);
  other.kill();
});

test('takes over from a run that was killed, stopping the server it left', async () => {
  const orphan = await start();
  const pid = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0];
  writeFileSync(join(dataDir, 'running.pid'), '999999999');
  const server = await start();
  expect(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]).not.toBe(pid);
  await server.stop();
  await orphan.stop();
});

test('says what to do with a folder that is not PostgreSQL’s', async () => {
  mkdirSync(join(dataDir, 'postgres'));
  await expect(start()).rejects.toThrow(/Move it away/);
});

test('says why a damaged cluster does not start', async () => {
  const server = await start();
  await server.stop();
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
  await expect(start()).rejects.toThrow(/did not start.*(incompatible|move it away)/s);
});
