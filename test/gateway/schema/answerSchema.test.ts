import { startTestGateway, type TestGateway } from '../testGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const ask = async (search: string, claims?: Parameters<TestGateway['token']>[0]): Promise<Response> =>
  fetch(`${gateway.url}/schema${search}`, {
    headers: claims ? { authorization: `Bearer ${await gateway.token(claims)}` } : {},
  });
const jour = { role: 'SOCIAL_EMERGENCY', municipality: '0180' } as const;
const codeIn = async (response: Response): Promise<string> =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;

test('the caller’s own role gets its schema as text', async () => {
  const response = await ask('?purpose=IDENTIFICATION', jour);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const sdl = await response.text();
  expect(sdl).toContain('identify(dossierNumber: String!)');
  expect(sdl).toContain('row migration.dossierNumber');
  expect(sdl).not.toContain('statistics');
});

test('its own role may be named, another’s may not', async () => {
  expect((await ask('?purpose=IDENTIFICATION&role=SOCIAL_EMERGENCY', jour)).status).toBe(200);
  const other = await ask('?purpose=IDENTIFICATION&role=POLICE_INVESTIGATOR', jour);
  expect(other.status).toBe(403);
  expect(await codeIn(other)).toBe('FORBIDDEN');
});

test.each([
  ['', 400, 'PURPOSE_REQUIRED'],
  ['?purpose=STATISTICS', 403, 'FORBIDDEN'],
  ['?purpose=REMOVAL_ENFORCEMENT', 403, 'PURPOSE_REFUSED'],
])('with the query %p it answers %p %s', async (search, status, code) => {
  const response = await ask(search, jour);
  expect(response.status).toBe(status);
  expect(await codeIn(response)).toBe(code);
});

test('without a login there is no schema', async () => {
  const response = await ask('?purpose=IDENTIFICATION');
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toContain('Bearer');
  expect(await codeIn(response)).toBe('UNAUTHENTICATED');
});
