import { generateKeyPairSync } from 'node:crypto';
import { readConfig } from '../../gateway/config';

const read = (env: Record<string, string>) => {
  const reading = readConfig(env);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.config;
};
const problems = (env: Record<string, string>) => {
  const reading = readConfig(env);
  return reading.ok ? [] : reading.problems;
};
const pem = (type: 'ed25519' | 'ed448') =>
  (generateKeyPairSync as (kind: string) => { privateKey: import('node:crypto').KeyObject })(type)
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

test('an empty environment is the demo on this machine', () => {
  expect(read({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    dataDir: '.data',
    production: false,
    demo: true,
    issuers: [],
    consoleClientId: 'skyddsnat',
    minimumLoa: 3,
    auditReaderRole: null,
    searchBudgetFactor: 1,
    dutyClock: true,
    eraseExpired: true,
    signingKey: null,
    natsUrl: null,
    natsReplicas: 1,
    eventsKeepMonths: 3,
    eventsDatabaseUrl: null,
    agencyTimeoutMs: 2000,
    operationTimeoutMs: 10_000,
    limits: { bodyBytes: 100_000, depth: 15, aliases: 30, directives: 50, tokens: 2000, cost: 5000 },
    documents: { trust: 'allowed', registryFile: null, introspection: true, suggestions: false },
    operations: {
      supergraphFile: null,
      drainDelayMs: 0,
      drainTimeoutMs: 15_000,
      metricsPort: null,
      metricsHost: '127.0.0.1',
    },
    databaseUrls: {},
    auditDatabaseUrl: null,
    subgraphUrls: {},
  });
});

test('issuers end the demo and open the host', () => {
  const config = read({ OIDC_ISSUERS: 'https://a.se=https://a.se/jwks, https://b.se=https://b.se/keys?x=1' });
  expect(config).toMatchObject({ demo: false, host: '0.0.0.0' });
  expect(config.issuers).toEqual([
    { issuer: 'https://a.se', jwksUrl: 'https://a.se/jwks', audience: 'skyddsnat' },
    { issuer: 'https://b.se', jwksUrl: 'https://b.se/keys?x=1', audience: 'skyddsnat' },
  ]);
});

test('production answers trusted documents only', () => {
  const env = { NODE_ENV: 'production', OIDC_ISSUERS: 'https://a.se=https://a.se/jwks' };
  expect(read({ ...env, TRUSTED_DOCUMENTS_FILE: 'documents.json' }).documents).toEqual({
    trust: 'required',
    registryFile: 'documents.json',
    introspection: false,
    suggestions: false,
  });
  expect(
    read({ ...env, TRUSTED_DOCUMENTS: 'allowed', INTROSPECTION: 'on', FIELD_SUGGESTIONS: 'on' }).documents,
  ).toMatchObject({
    trust: 'allowed',
    introspection: true,
    suggestions: true,
  });
  expect(problems({ ...env, TRUSTED_DOCUMENTS: 'perhaps' })[0]).toContain('off, allowed, required');
});

test('issuers may be JSON with an audience of their own', () => {
  const given = [{ issuer: 'https://a.se', jwksUrl: 'https://a.se/jwks', audience: 'hub' }];
  expect(read({ OIDC_ISSUERS: JSON.stringify(given) }).issuers).toEqual(given);
});

test('addresses are read by subgraph', () => {
  const config = read({
    DATABASE_URL_POLICE: 'postgres://p@db/police',
    DATABASE_URL_AUDIT: 'postgresql://a@db/audit',
    SUBGRAPH_URL_MIGRATION: 'https://migration.internal/graphql',
    NATS_URL: 'nats://bus:4222',
  });
  expect(config).toMatchObject({
    databaseUrls: { police: 'postgres://p@db/police' },
    auditDatabaseUrl: 'postgresql://a@db/audit',
    subgraphUrls: { migration: 'https://migration.internal/graphql' },
    natsUrl: 'nats://bus:4222',
  });
});

test('a signing key may come on one line', () => {
  const key = pem('ed25519').trim();
  expect(read({ GATEWAY_SIGNING_KEY: key.replaceAll('\n', '\\n') }).signingKey).toBe(key);
});

test('everything wrong is told at once, each with what to do', () => {
  const found = problems({
    PORT: '70000',
    HOST: '0.0.0.0',
    DATABASE_URL_POLICE: 'mysql://secret@db/police',
    SUBGRAPH_URL_POLIS: 'http://police',
    NATS_URL: 'bus',
    AGENCY_TIMEOUT_MS: 'soon',
    GATEWAY_SIGNING_KEY: pem('ed448'),
  });
  expect(found).toHaveLength(7);
  for (const name of [
    'PORT',
    'HOST',
    'DATABASE_URL_POLICE',
    'SUBGRAPH_URL_POLIS',
    'NATS_URL',
    'AGENCY_TIMEOUT_MS',
  ]) {
    expect(found.some((problem) => problem.includes(name))).toBe(true);
  }
  expect(found.join('\n')).not.toContain('secret');
});

describe('the demo issuer', () => {
  test.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('is allowed on %s', (HOST) => {
    expect(read({ HOST }).demo).toBe(true);
  });

  test.each(['0.0.0.0', '10.0.0.1', '::', '127.0.0.1.example.se'])('is refused on %s', (HOST) => {
    expect(problems({ HOST })).toEqual([expect.stringContaining('OIDC_ISSUERS')]);
  });

  test('is refused in production', () => {
    expect(problems({ NODE_ENV: 'production' })).toEqual([
      expect.stringContaining('never runs in production'),
    ]);
  });
});

describe('issuers', () => {
  test.each([
    'https://a.se',
    '[{"issuer":"https://a.se"}]',
    '[{"issuer":"https://a.se","jwksUrl":"https://a.se/k"}',
    '[]',
    'https://a.se=http://a.se/jwks',
    'https://a.se=https://a.se/1,https://a.se=https://a.se/2',
  ])('%s is refused', (OIDC_ISSUERS) => {
    expect(problems({ OIDC_ISSUERS })).toEqual([expect.stringContaining('OIDC_ISSUERS')]);
  });

  test('keys over plain http are for this machine, and not in production', () => {
    const OIDC_ISSUERS = 'http://localhost:9=http://localhost:9/jwks';
    expect(problems({ OIDC_ISSUERS })).toEqual([]);
    expect(problems({ OIDC_ISSUERS, NODE_ENV: 'production' })).toHaveLength(1);
  });
});

test('the duty clock is on or off and nothing else', () => {
  expect(read({ DUTY_CLOCK: 'off' }).dutyClock).toBe(false);
  expect(read({ RETENTION: 'off' }).eraseExpired).toBe(false);
  expect(read({}).eraseExpired).toBe(true);
  expect(read({ DUTY_CLOCK: 'on' }).dutyClock).toBe(true);
  expect(problems({ DUTY_CLOCK: 'no' }).join()).toContain('DUTY_CLOCK');
});
