import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoIssuer } from '../../../gateway/identity/demoIssuer';
import { generateEnv } from '../../../gateway/generateEnv';
import { projectFolder } from '../../../schema/files';
import { agencySubgraphs, subgraphNames, type SubgraphName } from '../../../schema/protocol/vocabulary';
import { loadWorld } from '../../../subgraphs/demo/loadWorld';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createGuest, createTestDatabase, type Guest, type TestDatabase } from '../../harness/database';
import { startIssuer, type TestIssuer } from '../../harness/issuer';
import { startProgram, type Program } from '../../harness/startProgram';

// As docker-compose.yml starts them: every part a process, a generated key pair, an issuer over https, production.
const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-production-'));
const databases = new Map<SubgraphName | 'audit', TestDatabase>();
const programs: Program[] = [];
let issuer: TestIssuer;
/** The gateways' role: it owns nothing. */
let guest: Guest;
let gateways: Program[];

beforeAll(async () => {
  issuer = await startIssuer(folder);
  for (const name of [...subgraphNames, 'audit'] as const)
    databases.set(name, await createTestDatabase(name));
  const env = Object.fromEntries(
    [...generateEnv().matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
  );
  const { GATEWAY_SIGNING_KEY = '', GATEWAY_VERIFY_KEY = '' } = env;
  const common = {
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'untouched'),
  };
  const addresses: Record<string, string> = {};
  const start = async (name: SubgraphName, more: Record<string, string>): Promise<void> => {
    const url = databases.get(name)!.url;
    const program = await startProgram(['subgraphs/main.ts', name], {
      ...common,
      [`DATABASE_URL_${name.toUpperCase()}`]: url,
      ...more,
    });
    programs.push(program);
    addresses[`SUBGRAPH_URL_${name.toUpperCase()}`] = `${program.address}/graphql`;
  };
  await Promise.all(agencySubgraphs.map((name) => start(name, { GATEWAY_VERIFY_KEY })));
  await start('identification', { GATEWAY_SIGNING_KEY, ...addresses });
  guest = await createGuest(databases.get('audit')!);
  const prepared = spawnSync(
    process.execPath,
    ['-r', '@swc-node/register', 'gateway/audit-prepare.ts', '--gateway', guest.role],
    {
      cwd: projectFolder(),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATABASE_URL_AUDIT: databases.get('audit')!.url },
    },
  );
  expect(prepared.stderr).toContain(`${guest.role} may add and read`);
  const gateway = (): Promise<Program> =>
    startProgram(['gateway/main.ts', '--gateway-only'], {
      ...common,
      ...addresses,
      GATEWAY_SIGNING_KEY,
      DATABASE_URL_AUDIT: guest.url,
      OIDC_ISSUERS: issuer.setting,
      NODE_EXTRA_CA_CERTS: issuer.authority,
    });
  gateways = await Promise.all([gateway(), gateway()]);
  programs.push(...gateways);
  const urls = Object.fromEntries(agencySubgraphs.map((name) => [name, databases.get(name)!.url]));
  await loadWorld(urls as Parameters<typeof loadWorld>[0], storyChildren(new Date()));
}, 120_000);

afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  await issuer.close();
  for (const database of databases.values()) await database.drop();
  await guest?.drop();
  rmSync(folder, { recursive: true, force: true });
});

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
  const query = `{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") {
    outcome child { responsibility(foundIn: "0180") { rule municipality { code } interim { code } } } } }`;
  for (const gateway of gateways) {
    expect(await ask(gateway, await issuer.issue(officer), query)).toMatchObject({
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
  const demo = await (await createDemoIssuer(join(folder, 'demo'))).issue({ role: 'POLICE_OFFICER' });
  const refused = await ask(gateway, demo, '{ me { role } }');
  expect(refused).toMatchObject({
    status: 401,
    body: { errors: [{ extensions: { reason: 'UNKNOWN_ISSUER' } }] },
  });
  const page = await fetch(`${gateway.address}/graphql`, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toContain('<html');
  const introspection = await ask(gateway, await issuer.issue(officer), '{ __schema { types { name } } }');
  expect(introspection.body).not.toHaveProperty('data.__schema');
});

test('nobody is told a token or a name of a child on the way, and no file is written', () => {
  const output = programs.flatMap((program) => program.output).join('\n');
  expect(output).not.toMatch(/eyJ|12-410001|Rahimi/);
  expect(existsSync(join(folder, 'untouched'))).toBe(false);
});
