import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createDemoIssuer } from '../../../gateway/identity/demoIssuer';
import { subgraphNames } from '../../../schema/protocol/vocabulary';
import type { TestIssuer } from '../../harness/issuer';
import type { Program } from '../../harness/startProgram';
import { startCollector, type Collector, type Span } from './startCollector';
import { startDistribution, type Distribution } from './startDistribution';

const findChild = `{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") {
    outcome child { responsibility(foundIn: "0180") { rule municipality { code } interim { code } } } } }`;
const whoAmI = '{ me { role } }';
let distribution: Distribution;
let issuer: TestIssuer;
let gateways: Program[];
let collector: Collector;

beforeAll(async () => {
  collector = await startCollector();
  distribution = await startDistribution([findChild, whoAmI], {
    DRAIN_DELAY_MS: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  });
  issuer = distribution.issuer;
  gateways = await Promise.all([distribution.startGateway(), distribution.startGateway()]);
}, 240_000);

afterAll(async () => {
  await distribution?.stop();
  collector.close();
}, 60_000);

const officer = { sub: 'officer-1', role: 'POLICE_OFFICER', agency: 'POLICE', acr: 'loa3' };

async function ask(gateway: Program, token: string, query: string) {
  const response = await fetch(`${gateway.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': 'IDENTIFICATION',
      'x-case-reference': 'K-1',
    },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: await response.json() };
}

test('both gateways say that every part answers', async () => {
  for (const { address } of gateways) {
    const response = await fetch(`${address}/ready`);
    const up = Object.fromEntries([...subgraphNames, 'audit'].map((name) => [name, 'up']));
    expect(await response.json()).toEqual({ status: 'up', parts: up });
  }
});

test('an officer with a token of the trusted issuer finds the child through either gateway', async () => {
  for (const gateway of gateways) {
    expect(await ask(gateway, await issuer.issue(officer), findChild)).toMatchObject({
      status: 200,
      body: {
        data: {
          identify: {
            outcome: 'UNIQUE_MATCH',
            child: {
              responsibility: {
                rule: 'ASSIGNED_CASE_OPEN',
                municipality: { code: '2580' },
                interim: { code: '0180' },
              },
            },
          },
        },
      },
    });
  }
});

test('a demo token, the page for trying queries and introspection are of no use', async () => {
  const [gateway] = gateways as [Program];
  const demo = await (
    await createDemoIssuer(join(distribution.folder, 'demo'))
  ).issue({ role: 'POLICE_OFFICER' });
  const refused = await ask(gateway, demo, whoAmI);
  expect(refused).toMatchObject({
    status: 401,
    body: { errors: [{ extensions: { reason: 'UNKNOWN_ISSUER' } }] },
  });
  const page = await fetch(`${gateway.address}/graphql`, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toContain('<html');
  const introspection = await ask(gateway, await issuer.issue(officer), '{ __schema { types { name } } }');
  expect(introspection.body).not.toHaveProperty('data.__schema');
});

test('what is not registered is not answered', async () => {
  const [gateway] = gateways as [Program];
  expect(await ask(gateway, await issuer.issue(officer), '{ me { id } }')).toMatchObject({
    body: { errors: [{ extensions: { reason: 'DOCUMENT_NOT_TRUSTED' } }] },
  });
});

test('one operation is one trace, from the gateway through the processes to the statements', async () => {
  const [gateway] = gateways as [Program];
  await ask(gateway, await issuer.issue(officer), findChild);
  let trace: Span[] = [];
  const statementIn = (service: string) =>
    trace.find((span) => span.service === service && span.name === 'SELECT');
  // The parts send what they have in their own time.
  while (!(statementIn('skyddsnat-police') && trace.some(({ name }) => name === 'operation'))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const spans = collector.spans();
    const answered = spans.findLast(({ service }) => service === 'skyddsnat-police');
    trace = spans.filter(({ traceId }) => traceId === answered?.traceId);
  }
  const byId = new Map(trace.map((span) => [span.spanId, span]));
  const way: string[] = [];
  for (let span = statementIn('skyddsnat-police'); span; span = byId.get(span.parentSpanId ?? ''))
    way.unshift(`${span.service}: ${span.name}`);
  expect(way[0]).toBe('skyddsnat-gateway: operation');
  expect(way.slice(-2)).toEqual(['skyddsnat-police: answer police', 'skyddsnat-police: SELECT']);
});

test('nobody is told a token or a name of a child on the way, and no file is written', () => {
  const output = distribution.programs.flatMap((program) => program.output).join('\n');
  expect(output).not.toMatch(/eyJ|12-410001|Rahimi/);
  expect(collector.text()).not.toMatch(/eyJ|12-410001|Rahimi|K-1|officer-1|WHERE/);
  expect(existsSync(join(distribution.folder, 'untouched'))).toBe(false);
});
