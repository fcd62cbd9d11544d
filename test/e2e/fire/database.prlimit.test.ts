import { spawnSync } from 'node:child_process';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { removeDataDir } from '../../../bench/measured/removeDataDir';
import { createAuditLog } from '../../../gateway/audit/createAuditLog';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../subgraphs/shared/database/embeddedPostgres';
import { createTestHub, type TestHub } from '../../harness/hub';
import { openHubLogs, type HubLogs } from '../audit/openHubLogs';
import { expectOnRecord, isUnavailable, type Received } from './receivedAnswers';

// The log has a PostgreSQL of its own, which flushes to disk like a real one, and may come to harm.
const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-fire-'));
let postgres: EmbeddedPostgres;
let hub: TestHub;
let logs: HubLogs;
const all: Received[] = [];

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({ dataDir: folder, databases: ['audit'] });
  hub = await createTestHub({
    children: storyChildren(new Date()),
    env: { SEARCH_BUDGET_FACTOR: '1000' },
    auditDatabase: { url: postgres.urls['audit']!, drop: async () => undefined },
  });
  logs = await openHubLogs(hub);
}, 120_000);
afterAll(async () => {
  await logs?.close();
  await hub?.close();
  await postgres?.stop();
  removeDataDir(folder);
});

const worker = { role: 'SOCIAL_WORKER', municipality: '2580', purpose: 'CASE_WORK' } as const;
const query = `{ child(id: "${storyChildId('open-case')}") { names { given } placement { type } } }`;
const ask = async (): Promise<Received> => {
  const answer = JSON.parse((await hub.ask(worker, query)).text) as Received;
  all.push(answer);
  return answer;
};
/** How long PostgreSQL may take to recover on a busy disk, in milliseconds. */
const patienceMs = 40_000;
/** Asks eight at a time until all of the last eight are so. */
async function askUntil(all8: (answer: Received) => boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    if (answers.every(all8)) return;
    if (Date.now() > end) throw new Error(`it never came to that, at last ${JSON.stringify(answers)}`);
  }
}
const asAdmin = async <Row extends object>(sql: string): Promise<Row[]> => {
  const client = new Client({ connectionString: postgres.adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};
const isGiven = ({ data }: Received): boolean => data !== null;

test('a PostgreSQL that is killed in the middle of reads loses no row of an answer', async () => {
  await askUntil(isGiven);
  const asking = askUntil((answer) => isGiven(answer) && all.some(isUnavailable));
  const writers = `SELECT pid FROM pg_stat_activity WHERE application_name = 'skyddsnat-audit'`;
  const [writer] = await asAdmin<{ pid: number }>(writers);
  // One process killed so makes PostgreSQL end all others and recover from its write-ahead log.
  process.kill(writer!.pid, 'SIGKILL');
  await asking;
  await logs.close();
  logs = await openHubLogs(hub);
  await expectOnRecord(logs, all);
  expect((await logs.verify()).findings.all).toEqual([]);
}, 60_000);

/** A file may grow no further than that; the write-ahead log's are as large as they will be. */
const room = 16 * 1024 * 1024;

test('on a full disk nothing is given out without its row, and the log goes on when there is room again', async () => {
  await fill();
  await limitFiles(String(room));
  // What failed is owed to the log in small entries, for which there may be room a little longer.
  for (let turn = 0; turn < 20 && (await isAuditUp()); turn += 1) await askUntil(isUnavailable);
  expect(await isAuditUp()).toBe(false);
  expect(all.filter((answer) => isUnavailable(answer) && answer.extensions)).toEqual([]);
  await limitFiles('unlimited');
  expect(await isAuditUp()).toBe(true);
  await askUntil(isGiven);
  await expectOnRecord(logs, all);
  const { findings } = await logs.verify();
  expect(findings.all).toEqual([]);
  const failed = await logs.query('audit', `SELECT 1 FROM audit.entry WHERE outcome = 'FAILED'`);
  expect(failed.length).toBeGreaterThanOrEqual(8);
}, 120_000);

async function isAuditUp(): Promise<boolean> {
  const ready = (await (await fetch(`${hub.address}/ready`)).json()) as { parts: { audit: 'up' | 'down' } };
  return ready.parts.audit === 'up';
}

/** Entries, until the table leaves less room than some answers need. */
async function fill(): Promise<void> {
  const log = createAuditLog({ url: postgres.urls['audit']!, signingKey: hub.signingKey, timeoutMs: 20_000 });
  const size = async (): Promise<number> =>
    Number((await logs.query('audit', `SELECT pg_relation_size('audit.entry') AS size`))[0]!['size']);
  while ((await size()) < room - 200_000) {
    // Large ones and small ones, which fill what the large leave of a page.
    await log.append(Array.from({ length: 150 }, () => anEntry(randomBytes(randomInt(700)).toString('hex'))));
  }
  await log.close();
}

function anEntry(caseReference: string): Parameters<ReturnType<typeof createAuditLog>['append']>[0][number] {
  return {
    ...{ operationId: randomUUID(), occurredAt: new Date(), principalId: 'filler', operationName: null },
    ...{ role: 'SOCIAL_WORKER', agency: 'MUNICIPALITY', municipality: '2580', purpose: 'CASE_WORK' },
    ...{
      caseReference,
      child: null,
      fieldsDisclosed: [],
      fieldsDenied: [],
      outcome: 'REFUSED',
      receipts: [],
    },
  };
}

/** For the server and all its processes, those to come too. */
async function limitFiles(bytes: string): Promise<void> {
  const server = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]!;
  // As PostgreSQL's own user, who needs no further right for that.
  const { uid, gid } = statSync(`/proc/${server}`);
  const asOwner = { uid, gid, encoding: 'utf8' } as const;
  const processes = await asAdmin<{ pid: number }>('SELECT pid FROM pg_stat_activity');
  for (const pid of [server, ...processes.map((one) => String(one.pid))]) {
    const { status, stderr } = spawnSync('prlimit', ['--pid', pid, `--fsize=${bytes}:`], asOwner);
    // A process may have ended meanwhile; the server may not.
    if (pid === server) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
}
