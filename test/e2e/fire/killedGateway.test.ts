import { createPublicKey } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeDataDir } from '../../../bench/measured/removeDataDir';
import { createDemoIssuer, type DemoIssuer } from '../../../gateway/identity/demoIssuer';
import { generateEnv } from '../../../gateway/generateEnv';
import { toPublicKey } from '../../../schema/protocol/signing';
import { toPem } from '../../../schema/protocol/toPem';
import { subgraphNames, type SubgraphName } from '../../../schema/protocol/vocabulary';
import { loadWorld } from '../../../subgraphs/demo/loadWorld';
import { prepareRegisters } from '../../../subgraphs/demo/prepareRegisters';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { createTestDatabase, type TestDatabase } from '../../harness/database';
import { headersOf } from '../../harness/hub';
import { startProgram, type Program } from '../../harness/startProgram';
import { openLogs, type HubLogs } from '../audit/openHubLogs';
import { expectOnRecord, type Received } from './receivedAnswers';

const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-killed-'));
const names = [...subgraphNames, 'audit'] as const;
const signingKey = toPem(/^GATEWAY_SIGNING_KEY=(.*)$/m.exec(generateEnv())![1]!, 'PRIVATE KEY');
let databases: Record<SubgraphName | 'audit', TestDatabase>;
let issuer: DemoIssuer;
let logs: HubLogs;
let hub: Program;

const startHub = (): Promise<Program> =>
  startProgram(['gateway/main.ts'], {
    PORT: '0',
    DATA_DIR: folder,
    GATEWAY_SIGNING_KEY: signingKey,
    SEARCH_BUDGET_FACTOR: '1000',
    ...Object.fromEntries(names.map((name) => [`DATABASE_URL_${name.toUpperCase()}`, databases[name].url])),
  });

beforeAll(async () => {
  const made = names.map(async (name) => [name, await createTestDatabase(name)] as const);
  databases = Object.fromEntries(await Promise.all(made)) as typeof databases;
  const urls = Object.fromEntries(subgraphNames.map((name) => [name, databases[name].url])) as Record<
    SubgraphName,
    string
  >;
  await prepareRegisters(urls);
  await loadWorld(urls, storyChildren(new Date()));
  issuer = await createDemoIssuer(folder);
  hub = await startHub();
  logs = await openLogs(databases, createPublicKey(toPublicKey(signingKey)));
}, 120_000);

afterAll(async () => {
  await logs?.close();
  await hub?.stop();
  await Promise.all(Object.values(databases).map((database) => database.drop()));
  removeDataDir(folder);
});

const worker = { role: 'SOCIAL_WORKER', municipality: '2580', purpose: 'CASE_WORK' } as const;
const id = storyChildId('open-case');
const questions = [
  `{ child(id: "${id}") { names { given } placement { type } missingPersonReport { reportNumber } } }`,
  '{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "2580") { child { id absconding { status } } } }',
  '{ identify(criteria: { dossierNumber: "99-999999" }, foundIn: "2580") { outcome } }',
];

async function ask(query: string): Promise<Received> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await headersOf(worker, issuer)) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Received;
}

/** Clients that ask one question after another until the hub is gone; what each has received. */
async function askUntilGone(): Promise<{
  received: Received[];
  killAfter: (answers: number) => Promise<void>;
}> {
  const received: Received[] = [];
  let gone = false;
  const client = async (place: number): Promise<void> => {
    for (let turn = place; !gone; turn += 1) {
      const answer = await ask(questions[turn % questions.length]!).catch(() => null);
      if (answer === null) return;
      received.push(answer);
    }
  };
  const clients = Array.from({ length: 8 }, (_, place) => client(place));
  return {
    received,
    killAfter: async (answers) => {
      while (received.length < answers) await new Promise((next) => setTimeout(next, 5));
      await hub.kill();
      gone = true;
      await Promise.all(clients);
    },
  };
}

test('a hub that is killed in the middle of reads has given out nothing that its log does not have', async () => {
  const all: Received[] = [];
  for (const answers of [25, 40]) {
    const { received, killAfter } = await askUntilGone();
    await killAfter(answers);
    all.push(...received);
    await expectOnRecord(logs, all);
    const { findings } = await logs.verify();
    // Killed between an agency's answer and its own entry, it leaves what an agency gave to nobody: that is said.
    expect(findings.all.filter(({ kind }) => kind !== 'UNKNOWN_TO_HUB')).toEqual([]);
    hub = await startHub();
  }
  const after = await ask(questions[0]!);
  expect(after.data).toMatchObject({ child: { placement: expect.anything() } });
  await expectOnRecord(logs, [...all, after]);
  expect(all.length).toBeGreaterThan(60);
}, 120_000);
