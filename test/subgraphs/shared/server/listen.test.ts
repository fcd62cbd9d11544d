import { generateKeyPairSync } from 'node:crypto';
import type { Assertion } from '../../../../schema/protocol/principal';
import { createSigner } from '../../../../schema/protocol/signing';
import { assertionHeader } from '../../../../schema/protocol/transport';
import { listen, type Listening } from '../../../../subgraphs/shared/server/listen';
import { closeSubgraphs, startSubgraphs, type RunningSubgraphs } from '../../../../subgraphs/startSubgraphs';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const signingKey = newKey();
const assertion: Assertion = {
  operationId: '00000000-0000-4000-8000-000000000001',
  operationName: null,
  principal: {
    id: 'worker',
    role: 'SOCIAL_WORKER',
    agency: 'MUNICIPALITY',
    municipality: '0180',
    acr: 'loa3',
  },
  purpose: null,
  caseReference: null,
};
const attempts = [
  '{ _service { sdl } }',
  '{ _entities(representations: [{ __typename: "Child", id: "x" }]) { ... on Child { id } } }',
  '{ me { id } }',
];

let database: TestDatabase;
let subgraphs: RunningSubgraphs;
let server: Listening;
beforeAll(async () => {
  database = await createTestDatabase('identification');
  const databaseUrls = { identification: database.url };
  subgraphs = await startSubgraphs({
    names: ['identification'],
    databaseUrls,
    signingKey,
    agencyTimeoutMs: 500,
  });
  server = await listen(subgraphs.get('identification')!, 0, '127.0.0.1');
}, 30_000);
afterAll(async () => {
  await server?.close();
  if (subgraphs) await closeSubgraphs(subgraphs);
  await database?.drop();
});

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}/graphql`, { method: 'POST', body, headers });

async function ask(query: string, token?: string) {
  const answer = await post(
    JSON.stringify({ query }),
    token === undefined ? {} : { [assertionHeader]: token },
  );
  return (await answer.json()) as { data?: object; errors?: { extensions: { code: string } }[] };
}

describe.each(attempts)('%s', (query) => {
  test.each([
    ['no assertion', undefined],
    ['words instead of one', 'trust.me'],
    ['another’s signature', createSigner(newKey())('assertion', assertion)],
    ['an assertion grown old', createSigner(signingKey)('assertion', assertion, Date.now() - 120_000)],
    ['something else that the hub signed', createSigner(signingKey)('attestations', [])],
  ])('is refused with %s', async (_what, token) => {
    const { data, errors } = await ask(query, token);
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

test('the hub’s own assertion is answered, and names who asks', async () => {
  const { data, errors } = await ask('{ me { id role } }', createSigner(signingKey)('assertion', assertion));
  expect(errors).toBeUndefined();
  expect(data).toEqual({ me: { id: 'worker', role: 'SOCIAL_WORKER' } });
});

test('health, readiness, and what to send instead of anything else', async () => {
  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${server.port}${path}`);
  expect(await (await get('/health')).json()).toEqual({ status: 'up' });
  expect(await (await get('/ready')).json()).toEqual({ identification: 'up' });
  expect((await get('/graphql')).status).toBe(404);
  expect((await post('not json')).status).toBe(400);
  const large = await post(JSON.stringify({ query: `{ me { id } } #${'x'.repeat(1_100_000)}` }));
  expect(large.status).toBe(400);
  expect(await large.text()).toContain('at most 1 MB');
});

test('a port that is taken is named, with what to do', async () => {
  await expect(listen(subgraphs.get('identification')!, server.port, '127.0.0.1')).rejects.toThrow(
    `Port ${server.port} is taken by another program. Stop it, or choose another port with PORT.`,
  );
});
