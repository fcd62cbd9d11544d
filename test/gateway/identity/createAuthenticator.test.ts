import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLError } from 'graphql';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createAuthenticator, type Authenticator } from '../../../gateway/identity/createAuthenticator';
import { remoteIssuer } from '../../../gateway/identity/remoteIssuer';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = 'https://idp.kommun.example';
const secret = new TextEncoder().encode('a shared secret that is long enough!');
const algorithms = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];
const keys = new Map<string, Keys>();
let now = new Date('2026-05-04T10:00:00Z');
let server: Server;
let fetches = 0;
let authenticate: Authenticator;
let jwksUrl: string;

beforeAll(async () => {
  for (const alg of algorithms) keys.set(alg, await generateKeyPair(alg, { extractable: true }));
  const published = await Promise.all(
    [...keys].map(async ([alg, { publicKey }]) => ({
      ...(await exportJWK(publicKey)),
      alg,
      kid: alg,
      use: 'sig',
    })),
  );
  server = createServer((_, response) => {
    fetches += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  authenticate = createAuthenticator({
    issuers: [remoteIssuer({ issuer, jwksUrl, audience: 'skyddsnat' })],
    now: () => now,
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  now = new Date('2026-05-04T10:00:00Z');
});

const seconds = (offset: number) => Math.floor(now.getTime() / 1000) + offset;

interface Token {
  readonly claims?: JWTPayload;
  readonly alg?: string;
  readonly key?: Parameters<SignJWT['sign']>[0];
  readonly kid?: string;
}

function claimsWith(changed: JWTPayload): JWTPayload {
  const claims: JWTPayload = {
    iss: issuer,
    aud: 'skyddsnat',
    sub: 'SE-0180-17',
    role: 'SOCIAL_EMERGENCY',
    agency: 'MUNICIPALITY',
    municipality: '0180',
    acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
    exp: seconds(600),
    ...changed,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

async function bearer({ claims = {}, alg = 'ES256', kid = alg, key }: Token = {}): Promise<string> {
  const jwt = new SignJWT(claimsWith(claims)).setProtectedHeader({ alg, kid });
  return `Bearer ${await jwt.sign(key ?? (keys.get(alg) as Keys).privateKey)}`;
}

const reasonFor = async (authorization: string | null): Promise<unknown> => {
  const refusal = await authenticate(authorization).then(
    () => undefined,
    (error: GraphQLError) => error.extensions,
  );
  expect(refusal?.['code']).toBe('UNAUTHENTICATED');
  return refusal?.['reason'];
};

test.each(algorithms)('a token signed with %s is read', async (alg) => {
  expect(await authenticate(await bearer({ alg }))).toEqual({
    id: 'SE-0180-17',
    role: 'SOCIAL_EMERGENCY',
    agency: 'MUNICIPALITY',
    municipality: '0180',
    acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
  });
});

test('the issuer’s keys are fetched once', () => {
  expect(fetches).toBe(1);
});

const claims = (changed: JWTPayload) => () => bearer({ claims: changed });

test.each<[string, () => Promise<string> | string | null, string]>([
  ['no header', () => null, 'MISSING'],
  ['another scheme', () => 'Basic eDp5', 'MALFORMED'],
  ['something that is no token', () => 'Bearer abc', 'MALFORMED'],
  ['a token longer than any login makes', () => `Bearer ${'a'.repeat(9000)}`, 'MALFORMED'],
  ['an issuer nobody trusts', claims({ iss: 'https://evil.example' }), 'UNKNOWN_ISSUER'],
  ['no issuer', claims({ iss: undefined }), 'UNKNOWN_ISSUER'],
  ['another audience', claims({ aud: 'other' }), 'WRONG_AUDIENCE'],
  ['an end that has passed', () => bearer({ claims: { exp: seconds(-60) } }), 'EXPIRED'],
  ['no end', claims({ exp: undefined }), 'MISSING_CLAIM'],
  ['a start that is to come', () => bearer({ claims: { nbf: seconds(120) } }), 'NOT_YET_VALID'],
  ['no sub', claims({ sub: undefined }), 'MISSING_CLAIM'],
  ['a sub that no log can hold', claims({ sub: 'a\u0000b' }), 'INVALID_CLAIM'],
  ['no role', claims({ role: undefined }), 'MISSING_CLAIM'],
  ['a role of no list', claims({ role: 'ADMIN' }), 'INVALID_CLAIM'],
  ['an agency that has no such role', claims({ agency: 'POLICE' }), 'INVALID_CLAIM'],
  ['a municipal role without a municipality', claims({ municipality: undefined }), 'MISSING_CLAIM'],
  ['a municipality that is no code', claims({ municipality: 'Stockholm' }), 'INVALID_CLAIM'],
  ['no signature at all', () => `Bearer ${new UnsecuredJWT(claimsWith({})).encode()}`, 'BAD_SIGNATURE'],
  ['a shared secret', () => bearer({ alg: 'HS256', kid: 'ES256', key: secret }), 'BAD_SIGNATURE'],
  ['a key the issuer does not publish', () => bearer({ kid: 'unknown' }), 'BAD_SIGNATURE'],
])('%s is refused', async (_, authorization, reason) => {
  expect(await reasonFor(await authorization())).toBe(reason);
});

test('a token changed after signing is refused', async () => {
  const [header, , signature] = (await bearer()).slice(7).split('.');
  const [, police] = (await bearer({ claims: { role: 'POLICE_OFFICER', agency: 'POLICE' } }))
    .slice(7)
    .split('.');
  expect(await reasonFor(`Bearer ${header}.${police}.${signature}`)).toBe('BAD_SIGNATURE');
});

test('clocks may differ by half a minute', async () => {
  expect(
    await authenticate(await bearer({ claims: { exp: seconds(-20), nbf: seconds(-60) } })),
  ).toBeDefined();
});

test('a remembered token ends when it says', async () => {
  const authorization = await bearer({ claims: { exp: seconds(10), sub: 'remembered' } });
  await authenticate(authorization);
  now = new Date(now.getTime() + 41_000);
  expect(await reasonFor(authorization)).toBe('EXPIRED');
});

test('a refusal names the claim and never its value', async () => {
  const refusal = await authenticate(await bearer({ claims: { role: 'SECRET_ROLE' } })).catch(
    (error: GraphQLError) => error,
  );
  expect(JSON.stringify(refusal)).toContain('"claim":"role"');
  expect(JSON.stringify(refusal)).not.toContain('SECRET_ROLE');
});

test('an issuer that cannot be reached is no reason to doubt the token', async () => {
  const deaf = createAuthenticator({
    issuers: [remoteIssuer({ issuer, jwksUrl: 'http://127.0.0.1:1/jwks', audience: 'skyddsnat' })],
    now: () => now,
  });
  await expect(deaf(await bearer())).rejects.toMatchObject({ extensions: { reason: 'ISSUER_UNREACHABLE' } });
});
