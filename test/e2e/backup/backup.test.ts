import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { storyChildId } from '../../../subgraphs/demo/stories';
import { createTestDatabase, type TestDatabase } from '../../harness/database';
import {
  createDemoHub,
  databaseNames,
  makeFolder,
  readEverything,
  runCommand,
  type Answer,
  type DatabaseName,
  type DemoHub,
  type Ended,
} from '../../harness/demoHub';
import type { TestHub } from '../../harness/hub';
import { happen, idsOf, subscribe, system, worker, type Subscriber } from '../updates/updatesHub';

const child = storyChildId('open-case');
const us = worker('2580');
const kept = mkdtempSync(join(tmpdir(), 'skyddsnat-backup-'));
const backup = join(kept, 'backup');
const [receiptBefore, receiptAfter] = [join(kept, 'before.json'), join(kept, 'after.json')];

let hub: DemoHub;
let restored: DemoHub | undefined;
const external = new Map<DatabaseName, TestDatabase>();
beforeAll(async () => {
  hub = await createDemoHub();
}, 120_000);
afterAll(async () => {
  await hub?.remove();
  await restored?.remove();
  for (const database of external.values()) await database.drop();
  rmSync(kept, { recursive: true, force: true });
});

const databasesOf = ({ urls }: DemoHub) =>
  Object.fromEntries(databaseNames.map((name) => [name, { url: urls[name] }])) as TestHub['databases'];
const addressOf = ({ program, issuer }: DemoHub) => ({ address: program.address, issuer });
const ask = (where: DemoHub): Promise<Answer> =>
  where.ask(us, `query { child(id: "${child}") { names { given } placement { type } } }`);
const found = (where: DemoHub): Promise<string> =>
  happen({ databases: databasesOf(where) }, 'police', 'FOUND', child);
/** A stream does not say when it has begun, and what happened before is not told. @returns the last cursor */
async function untilTold(subscriber: Subscriber): Promise<string> {
  let last: string;
  do {
    last = await found(hub);
    await pause(1_000);
  } while (subscriber.updates.length === 0);
  for (let count = 1; !idsOf(await subscriber.until(count)).includes(last); count += 1);
  return subscriber.updates.at(-1)!.data.caseUpdates.cursor as string;
}
/** The registers, which nobody changes in this test. */
async function readRegisters(urls: Readonly<Record<DatabaseName, string>>): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>();
  for (const name of ['migration', 'municipality', 'police', 'guardianship'] as const)
    for (const [table, held] of await readEverything(urls[name]))
      if (/^public\.(?!disclosure|outbox|migrations|attempt)/.test(table)) rows.set(`${name} ${table}`, held);
  return rows;
}

let registers: Map<string, string[]>;
const cursors = { before: '', lost: '' };

test('a backup is taken while the hub answers', async () => {
  const subscriber = await subscribe(addressOf(hub), system('2580'));
  cursors.before = await untilTold(subscriber);
  writeFileSync(receiptBefore, JSON.stringify(await ask(hub)));
  registers = await readRegisters(hub.urls);
  let asking = true;
  const questions = (async () => {
    for (; asking;) expect(await ask(hub)).not.toHaveProperty('errors');
  })();
  const taken = await hub.command('gateway/keeping/backup.ts', '--to', backup);
  asking = false;
  await questions;
  expect(taken).toMatchObject({
    code: 0,
    output: expect.stringMatching(/audit: 3 tables, \d+ rows/) as string,
  });
  expect(await hub.command('gateway/keeping/backup.ts', '--to', backup)).toMatchObject({
    code: 1,
    output: expect.stringContaining('is there already') as string,
  });
  // What follows is lost with the hub.
  writeFileSync(receiptAfter, JSON.stringify(await ask(hub)));
  const told = subscriber.updates.length;
  await found(hub);
  cursors.lost = (await subscriber.until(told + 1)).at(-1)!.data.caseUpdates.cursor as string;
  subscriber.leave();
  await hub.program.stop();
}, 120_000);

test('put back on an empty folder the registers are as they were, and the log says that it was put back', async () => {
  const folder = makeFolder();
  const env = { DATA_DIR: folder };
  const back = await runCommand('gateway/keeping/restore.ts', ['--from', backup], env);
  expect(back).toMatchObject({ code: 0, output: expect.stringContaining('rows are back') as string });
  const verify = (...args: string[]): Promise<Ended> => runCommand('gateway/audit/verify.ts', args, env);
  const whole = await verify();
  expect(whole.output).toMatch(/RESTORED on .* from a backup of .* with \d+ entries/);
  expect(whole.output).toContain('The log is whole.');
  expect(whole.code).toBe(0);
  expect(await verify('--checkpoint', receiptBefore)).toMatchObject({ code: 0 });
  const lost = await verify('--checkpoint', receiptAfter);
  expect(lost.output).toContain('BROKEN RESTORED: the kept checkpoint');
  expect(lost.output).not.toContain('TRUNCATED');
  expect(lost.code).toBe(1);
  restored = await createDemoHub(folder);
  expect(await readRegisters(restored.urls)).toEqual(registers);
}, 180_000);

test('the restored hub answers, goes on with its events, and refuses a place that it never had', async () => {
  expect((await ask(restored!)).data.child.names[0].given).toBeTruthy();
  const again = await subscribe(addressOf(restored!), system('2580'), { after: cursors.before });
  const id = await found(restored!);
  expect(idsOf(await again.until(1))).toEqual([id]);
  again.leave();
  const refused = await subscribe(addressOf(restored!), system('2580'), { after: cursors.lost });
  const [refusal] = await refused.until(1);
  expect(refusal!.errors![0]!.extensions).toMatchObject({ code: 'CURSOR_REFUSED', reason: 'FUTURE' });
  await restored!.program.stop();
  const verified = await restored!.command('gateway/audit/verify.ts');
  expect(verified.output).toContain('The log is whole.');
}, 120_000);

test('databases of other servers take it as well; those that hold something, and a damaged backup, do not', async () => {
  for (const name of databaseNames) external.set(name, await createTestDatabase(`back_${name}`));
  const env = {
    DATA_DIR: makeFolder(),
    ...Object.fromEntries(
      databaseNames.map((name) => [`DATABASE_URL_${name.toUpperCase()}`, external.get(name)!.url]),
    ),
  };
  const restore = (): Promise<Ended> => runCommand('gateway/keeping/restore.ts', ['--from', backup], env);
  expect(await restore()).toMatchObject({ code: 0 });
  const urls = Object.fromEntries([...external].map(([name, { url }]) => [name, url]));
  expect(await readRegisters(urls as DemoHub['urls'])).toEqual(registers);
  expect(await runCommand('gateway/audit/verify.ts', [], env)).toMatchObject({ code: 0 });
  expect(await restore()).toMatchObject({
    code: 1,
    output: expect.stringContaining('holds something already') as string,
  });
  const again = join(kept, 'again');
  expect(
    await runCommand('gateway/keeping/backup.ts', ['--to', again, '--agency', 'police'], env),
  ).toMatchObject({ code: 0 });
  expect(readdirSync(again).sort()).toEqual(['backup.json', 'police']);
  appendFileSync(join(backup, 'police', 'public.child.copy.gz'), 'x');
  expect(await restore()).toMatchObject({ code: 1, output: expect.stringContaining('is damaged') as string });
  rmSync(env.DATA_DIR, { recursive: true });
}, 120_000);

test('audit:verify tells whose log it found in a folder while the hub’s has an address', async () => {
  const { output } = await runCommand('gateway/audit/verify.ts', [], {
    DATA_DIR: restored!.folder,
    DATABASE_URL_AUDIT: external.get('audit')!.url,
    DATABASE_URL_POLICE: external.get('police')!.url,
  });
  const found = output.split('\n').filter((line) => line.startsWith(`FOUND IN ${restored!.folder}: `));
  expect(found.map((line) => /the log of (\w+),.* give (\w+)/.exec(line)?.slice(1))).toEqual([
    ['migration', 'DATABASE_URL_MIGRATION'],
    ['municipality', 'DATABASE_URL_MUNICIPALITY'],
    ['guardianship', 'DATABASE_URL_GUARDIANSHIP'],
    ['identification', 'DATABASE_URL_IDENTIFICATION'],
  ]);
}, 60_000);

test('a declaration that the hub did not sign explains nothing', async () => {
  const client = new Client({ connectionString: external.get('audit')!.url });
  await client.connect();
  await client.query(
    `INSERT INTO audit.restoration (note) VALUES ('skyddsnat/audit/restoration\n0\ntaken x\n')`,
  );
  await expect(client.query('DELETE FROM audit.restoration')).rejects.toThrow('only added to');
  await client.end();
  const urls = databaseNames.map((name) => [`DATABASE_URL_${name.toUpperCase()}`, external.get(name)!.url]);
  const { code, output } = await runCommand('gateway/audit/verify.ts', [], {
    ...Object.fromEntries(urls),
    DATA_DIR: restored!.folder,
  });
  expect(output).toContain('BROKEN SIGNATURE: the declared restoration 2 is not signed');
  expect(code).toBe(1);
  expect(existsSync(join(kept, 'backup.unfinished'))).toBe(false);
}, 60_000);
