import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectFolder } from '../../../schema/files';
import type { Program } from '../../harness/startProgram';
import { startDistribution, type Distribution } from './startDistribution';
import { startNginx, type Balancer } from './startNginx';

const findChild = `query Found { identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") {
  outcome child { absconding { absconded } } } }`;
const found = { data: { identify: { outcome: 'UNIQUE_MATCH', child: { absconding: { absconded: true } } } } };

let distribution: Distribution;
let gateways: [Program, Program];
let balancer: Balancer;
let supergraph: string;

beforeAll(async () => {
  distribution = await startDistribution([findChild], {
    SEARCH_BUDGET_FACTOR: '1000000',
    DRAIN_DELAY_MS: '300',
  });
  supergraph = join(distribution.folder, 'supergraph.graphql');
  copyFileSync(join(projectFolder(), 'schema', 'supergraph.graphql'), supergraph);
  gateways = await Promise.all([startGateway(), startGateway()]);
  balancer = await startNginx(distribution.folder, await findPort(), gateways);
}, 240_000);
afterAll(async () => {
  await balancer?.stop();
  await distribution?.stop();
}, 60_000);

const startGateway = (port = '0'): Promise<Program> =>
  distribution.startGateway({ SUPERGRAPH_FILE: supergraph, PORT: port });

/** Questions that a gateway has logged as answered. */
const answeredBy = (gateway: Program): number =>
  gateway.output.filter((line) => line.includes('"event":"operation"')).length;

async function ask(): Promise<unknown> {
  const response = await fetch(`${balancer.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await distribution.issuer.issue(officer)}`,
      'x-purpose': 'IDENTIFICATION',
      'x-case-reference': 'K-1',
    },
    body: JSON.stringify({ query: findChild }),
  });
  const { extensions: _receipt, ...body } = (await response.json()) as { extensions?: object };
  return { status: response.status, ...body };
}

const officer = { sub: 'officer-1', role: 'POLICE_OFFICER', agency: 'POLICE', acr: 'loa3' };

/** Asks from six places at once while something happens, and a little longer. */
async function askDuring(happening: () => Promise<void>): Promise<unknown[]> {
  const answers: unknown[] = [];
  let left = Infinity;
  const askers = Array.from({ length: 6 }, async () => {
    while (left-- > 0) answers.push(await ask().catch((error: Error) => error.message));
  });
  await happening();
  left = 12;
  await Promise.all(askers);
  return answers;
}

test('both gateways answer behind one address', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, ask));
  expect(answers).toEqual(answers.map(() => ({ status: 200, ...found })));
  for (const gateway of gateways) expect(answeredBy(gateway)).toBeGreaterThan(0);
});

test('a gateway that is told to stop in the middle loses no question, and takes its place again', async () => {
  const [first, second] = gateways;
  const answers = await askDuring(async () => {
    await until(() => answeredBy(first) > 10);
    expect(await first.stop()).toBe(0);
  });
  expect(answers).toEqual(answers.map(() => ({ status: 200, ...found })));
  expect(answers.length).toBeGreaterThan(20);

  const again = await startGateway(new URL(first.address).port);
  gateways = [again, second];
  await askDuring(() => until(() => answeredBy(again) > 0));
});

test('a changed supergraph is taken into service under way, and a broken one is not', async () => {
  const text = readFileSync(supergraph, 'utf8');
  const reloadedBy = (event: string) => (gateway: Program) =>
    gateway.output.some((line) => line.includes(`"event":"${event}"`));
  const answers = await askDuring(async () => {
    writeFileSync(supergraph, `# The same, written anew.\n${text}`);
    await until(() => gateways.every(reloadedBy('supergraph-reloaded')));
    writeFileSync(supergraph, text.slice(0, text.length / 2));
    await until(() => gateways.every(reloadedBy('supergraph-kept')));
    writeFileSync(supergraph, text);
  });
  expect(answers).toEqual(answers.map(() => ({ status: 200, ...found })));
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
