import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { ConsoleOptions } from '../../../gateway/http/console/createConsole';
import { createDemoIssuer } from '../../../gateway/identity/demoIssuer';
import { temporaryFolder } from '../../harness/temporaryFolder';
import { startTestGateway, type TestGateway } from '../testGateway';

let demo: TestGateway;
let real: TestGateway;
beforeAll(async () => {
  const folder = temporaryFolder('console');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Skyddsnät</title>');
  writeFileSync(join(folder, 'sw.js'), '// worker');
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), `${'console.log(1);'.repeat(200)}`);
  writeFileSync(join(folder, 'secret.pem'), 'a key');
  const options: ConsoleOptions = { folder, signIn: [], demoTokens: null, dutyKey: null };
  const demoTokens = await createDemoIssuer(folder);
  demo = await startTestGateway({}, { console: { ...options, demoTokens } });
  const signIn = [
    { issuer: 'https://login.example.se/realm', clientId: 'page' },
    { issuer: 'urn:agency', clientId: 'page' },
  ];
  real = await startTestGateway({}, { console: { ...options, signIn } });
});
afterAll(async () => {
  await demo.close();
  await real.close();
});

test('the page may run its own scripts only, and is asked for anew each time', async () => {
  const { status, headers } = await fetch(`${demo.url}/`);
  expect(status).toBe(200);
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('an asset, whose name changes with its content, is kept for good and comes compressed', async () => {
  const { headers } = await fetch(`${demo.url}/assets/index-1a2b.js`, {
    headers: { 'accept-encoding': 'br' },
  });
  expect(headers.get('cache-control')).toContain('immutable');
  expect(headers.get('content-encoding')).toBe('br');
  expect(headers.get('content-type')).toContain('text/javascript');
});

test('a browser that knows no Brotli gets the asset as it is', async () => {
  const { headers } = await fetch(`${demo.url}/assets/index-1a2b.js`, {
    headers: { 'accept-encoding': 'identity' },
  });
  expect(headers.get('content-encoding')).toBeNull();
});

test.each(['/secret.pem', '/assets/../secret.pem', '/%2e%2e/package.json', '/assets'])(
  '%s is no file of the page',
  async (path) => {
    expect((await ask(demo, { path })).status).toBe(404);
  },
);

test('GraphQL, GraphiQL and health stay where they were', async () => {
  const graphiql = await fetch(`${demo.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(await graphiql.text()).toContain('GraphiQL');
  expect((await demo.post('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
  expect((await fetch(`${demo.url}/health`)).status).toBe(200);
});

test('a demo token is given to this machine and identifies as the role asked for', async () => {
  const path = '/demo/token?role=SOCIAL_EMERGENCY&municipality=0180';
  const { status, body } = await ask(demo, { path, method: 'POST' });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({ token: expect.stringMatching(/^ey/) });
});

test('a demo token is not given under another name than this machine’s', async () => {
  const path = '/demo/token?role=AUDITOR';
  expect((await ask(demo, { path, method: 'POST', host: 'rebound.example:80' })).status).toBe(403);
});

test('a demo token is not given for the asking alone', async () => {
  expect((await ask(demo, { path: '/demo/token?role=AUDITOR' })).status).toBe(405);
});

test.each(['role=KING', 'role=SOCIAL_EMERGENCY', 'role=AUDITOR&expires=25h'])(
  '%s gets no token',
  async (wish) => {
    expect((await ask(demo, { path: `/demo/token?${wish}`, method: 'POST' })).status).toBe(400);
  },
);

test('without the demo nobody is given a token', async () => {
  expect((await ask(real, { path: '/demo/token?role=AUDITOR', method: 'POST' })).status).toBe(404);
});

test('the page learns who signs people in, and may go there', async () => {
  const settings = await fetch(`${real.url}/settings.json`);
  expect(await settings.json()).toEqual({
    demo: false,
    signIn: [{ issuer: 'https://login.example.se/realm', clientId: 'page' }],
    dutyKey: null,
  });
  const { headers } = await fetch(`${real.url}/`);
  expect(headers.get('content-security-policy')).toContain("connect-src 'self' https://login.example.se;");
});

test('a hub whose page has not been built says so, and where the API is', async () => {
  const console = { folder: '/nowhere', signIn: [], demoTokens: null, dutyKey: null };
  const bare = await startTestGateway({}, { console });
  const response = await fetch(`${bare.url}/`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('/graphql');
  await bare.close();
});

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly host?: string;
}

/** As it stands: `fetch` tidies paths up and writes the host itself. */
function ask(
  gateway: TestGateway,
  { path, method = 'GET', host }: Sent,
): Promise<{ status: number; body: string }> {
  const { port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path, method, ...(host && { headers: { host } }) },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
