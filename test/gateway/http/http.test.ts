import { request as httpRequest } from 'node:http';
import { createGateway } from '../../../gateway/createGateway';
import { asSocialEmergency, startTestGateway, type TestGateway } from '../testGateway';

let gateway: TestGateway;
let parts: Record<string, 'up' | 'down'>;
beforeAll(async () => {
  gateway = await startTestGateway({ BODY_LIMIT_BYTES: '1000' }, { ready: async () => parts });
});
afterAll(() => gateway.close());
beforeEach(() => {
  parts = { migration: 'up', audit: 'up' };
});

const graphql = () => `${gateway.url}/graphql`;
const json = { 'content-type': 'application/json' };

describe('health', () => {
  test('/health answers as long as the process lives', async () => {
    const response = await fetch(`${gateway.url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'up' });
  });

  test('/ready names what is down', async () => {
    parts = { migration: 'down', audit: 'up' };
    const response = await fetch(`${gateway.url}/ready`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'down', parts: { migration: 'down', audit: 'up' } });
  });

  test('/ready answers 200 when everything is up', async () => {
    expect((await fetch(`${gateway.url}/ready`)).status).toBe(200);
  });
});

describe('headers', () => {
  test.each(['/health', '/ready', '/graphql', '/elsewhere', '/graphql?query={__typename}'])(
    '%s is never stored, never sniffed, and names no maker',
    async (path) => {
      const { headers } = await fetch(gateway.url + path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect([...headers.keys()].filter((name) => /server|powered|yoga/.test(name))).toEqual([]);
    },
  );

  test('an address that ends like a health check is still GraphQL', async () => {
    const response = await fetch(`${graphql()}?query=${encodeURIComponent('{__typename}')}&x=/health`);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('another web page is not let in', async () => {
    const origin = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    const response = await fetch(graphql(), { method: 'OPTIONS', headers: origin });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('browsers', () => {
  const from = (site: string) =>
    fetch(`${graphql()}?query={__typename}`, { headers: { 'sec-fetch-site': site } });

  test.each(['cross-site', 'same-site'])(
    'what a %s page sends through a visitor is refused',
    async (site) => {
      const response = await from(site);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    },
  );

  test.each(['same-origin', 'none'])('what comes as %s is answered', async (site) => {
    expect(await (await from(site)).json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('bodies', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('a body of type %s, which any web page can send, is refused', async (type) => {
    const response = await fetch(graphql(), {
      method: 'POST',
      headers: { 'content-type': type },
      body: 'query=%7B__typename%7D',
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('a body beyond the limit is refused by its declared length', async () => {
    const response = await fetch(graphql(), { method: 'POST', headers: json, body: 'x'.repeat(1001) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'BODY_LIMIT_BYTES', most: 1000 } }],
    });
  });

  test('a body of undeclared length is counted as it comes', async () => {
    const { status, text } = await sendChunks(['x'.repeat(600), 'x'.repeat(600)]);
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
  });

  test('a body in pieces within the limit is answered', async () => {
    const { text } = await sendChunks(['{"query":"{ __type', 'name }"}']);
    expect(JSON.parse(text)).toEqual({ data: { __typename: 'Query' } });
  });

  test.each([
    ['[{"query":"{ __typename }"}]', 'batching'],
    ['{"query":"{ __typename }"', 'JSON'],
    ['{"query":"{ __typename }","operationName":7}', 'operationName'],
    ['{}', 'query'],
  ])('%s is answered with what is wrong', async (body, named) => {
    const response = await fetch(graphql(), { method: 'POST', headers: json, body });
    const answer = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect(response.status).toBe(400);
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      messageSv: expect.any(String),
    });
    expect(answer.errors[0]?.message.toLowerCase()).toContain(named.toLowerCase());
  });

  test('variables in an address that are no JSON are the sender’s to mend', async () => {
    const response = await fetch(`${graphql()}?query={__typename}&variables={x`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('GraphiQL', () => {
  test('comes whole from the hub and may load nothing from elsewhere', async () => {
    const response = await fetch(graphql(), { headers: { accept: 'text/html' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="?https?:/);
  });
});

describe('outside demo mode', () => {
  let strict: TestGateway;
  beforeAll(async () => {
    const issuer = 'https://idp.example=https://idp.example/jwks';
    strict = await startTestGateway({
      OIDC_ISSUERS: issuer,
      NODE_ENV: 'production',
      TRUSTED_DOCUMENTS: 'allowed',
    });
  });
  afterAll(() => strict.close());

  test('the schema is not told', async () => {
    const { status, body } = await strict.post('{ __schema { types { name } } }');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }, {}]);
  });

  test('there is no GraphiQL', async () => {
    const response = await fetch(`${strict.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(406);
    expect(await response.text()).toBe('');
  });
});

test('without a socket the answers are the same', async () => {
  const socketless = createGateway(gateway.options);
  const body = JSON.stringify({ query: '{ dutyContacts(municipality: "0180") { name } }' });
  const headers = { ...json, ...(await asSocialEmergency(gateway)) };
  const answer = await socketless.fetch(new Request('http://hub/graphql', { method: 'POST', headers, body }));
  expect(await answer.json()).toEqual({ data: { dutyContacts: [{ name: 'Socialjouren' }] } });
  const health = await socketless.fetch(new Request('http://hub/health'));
  expect(await health.json()).toEqual({ status: 'up' });
  await socketless.close();
});

function sendChunks(chunks: string[]): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(graphql(), { method: 'POST', headers: json }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', reject);
    for (const chunk of chunks) request.write(chunk);
    request.end();
  });
}
