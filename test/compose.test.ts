import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../gateway/config';
import { generateEnv } from '../gateway/generateEnv';
import { projectFolder } from '../schema/files';
import { agencySubgraphs, subgraphNames } from '../schema/protocol/vocabulary';
import { subgraphPorts } from '../subgraphs/ports';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly networks: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly restart?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const text = readFileSync(join(projectFolder(), 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const gateways = ['gateway-1', 'gateway-2'];
const onNetwork = (network: string) =>
  services.filter(([, { networks }]) => networks.includes(network)).map(([name]) => name);
const service = (name: string) => compose.services[name]!;

/** The services as `docker compose` sees them with a generated `.env`, its gap filled in. */
function interpolate(): Compose {
  const env = Object.fromEntries(
    [...generateEnv().matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
  );
  env['OIDC_ISSUERS'] = 'https://id.example=https://id.example/jwks';
  const filled = text.replaceAll(/(?<!\$)\$\{([A-Z_]+):\?[^}]*\}/g, (_, name: string) => env[name]!);
  return parse(filled, { merge: true }) as Compose;
}

test('every variable is demanded, and npm run env writes each and no other', () => {
  const used = new Set([...text.matchAll(/(?<!\$)\$\{?(\w+)[^}]*\}/g)].map(([, name]) => name));
  const demanded = new Set([...text.matchAll(/\$\{(\w+):\?[^}]+\}/g)].map(([, name]) => name));
  const written = new Set([...generateEnv().matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
  expect([...used].sort()).toEqual([...demanded].sort());
  expect([...written].sort()).toEqual([...demanded].sort());
});

test('no password or key stands in the file', () => {
  for (const [, { environment = {} }] of services) {
    for (const [name, value] of Object.entries(environment)) {
      if (/PASSWORD|KEY/.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]+\}$/);
      const password = /:\/\/[^:/]+:(.*)@/.exec(value)?.[1];
      if (password !== undefined) expect(password).toMatch(/^\$\{\w+:\?[^}]+\}$/);
    }
  }
});

test('every service has a health check, and waits for what it needs to be healthy or done', () => {
  for (const [, { healthcheck, restart, depends_on = {} }] of services) {
    if (restart !== 'no') expect(healthcheck?.test.length).toBeGreaterThan(1);
    for (const [needed, { condition }] of Object.entries(depends_on)) {
      expect(compose.services).toHaveProperty(needed);
      expect(condition).toBe(
        service(needed).restart === 'no' ? 'service_completed_successfully' : 'service_healthy',
      );
    }
  }
});

test.each(subgraphNames)('the %s database is reached by its subgraph alone and keeps its data', (name) => {
  const database = service(`${name}-database`);
  expect(database.networks).toEqual([`${name}-register`]);
  expect(onNetwork(`${name}-register`).sort()).toEqual([name, `${name}-database`]);
  expect(compose.networks[`${name}-register`]).toEqual({ internal: true });
  expect(database.volumes).toEqual([`${name}-data:/var/lib/postgresql`]);
  expect(compose.volumes).toHaveProperty(`${name}-data`);
  expect(database.ports).toBeUndefined();
});

test('the log is its owner’s to prepare, the gateways’ to add to, and the hub’s own graph’s to read', () => {
  expect(onNetwork('audit').sort()).toEqual(['audit-database', 'audit-log', ...gateways, 'identification']);
  expect(service('audit-log').environment?.['DATABASE_URL_AUDIT']).toMatch(/^postgres:\/\/audit:/);
  expect(service('audit-log').command?.slice(-4)).toEqual(['--gateway', 'gateway', '--reader', 'auditor']);
  for (const name of gateways)
    expect(service(name).environment?.['DATABASE_URL_AUDIT']).toMatch(/^postgres:\/\/gateway:/);
  expect(service('identification').environment?.['DATABASE_URL_AUDIT']).toMatch(/^postgres:\/\/auditor:/);
  expect(service('audit-database').networks).toEqual(['audit']);
});

test.each(agencySubgraphs)(
  '%s can be asked by the gateways and the hub’s own graph, not by an agency',
  (name) => {
    expect(onNetwork(name).sort()).toEqual([...gateways, 'identification', name].sort());
    expect(service(name).networks).toEqual([name, `${name}-register`, `${name}-events`]);
  },
);

test.each(subgraphNames)(
  '%s publishes under its own name and password, and meets nobody there but the event log',
  (name) => {
    expect(onNetwork(`${name}-events`).sort()).toEqual([name, 'nats'].sort());
    expect(service(name).environment?.['NATS_URL']).toBe(
      `nats://${name}:\${NATS_PASSWORD_${name.toUpperCase()}:?run npm run env}@nats:4222`,
    );
    expect(text).toContain(`publisher ${name} "$$NATS_PASSWORD_${name.toUpperCase()}"`);
  },
);

test('only the gateways and their balancer have a way out, which listens to this machine alone', () => {
  const open = Object.keys(compose.networks).filter((name) => !compose.networks[name]?.internal);
  expect(open).toEqual(['edge']);
  expect(onNetwork('edge')).toEqual(['balancer', ...gateways]);
  const published = services.filter(([, { ports }]) => ports);
  expect(published.map(([name]) => name)).toEqual(['balancer']);
  for (const [, { ports }] of published)
    expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+:4000$/)]);
});

test('every address of a subgraph is that of a service on a shared network', () => {
  for (const [asker, { environment = {}, networks }] of services) {
    for (const [variable, value] of Object.entries(environment)) {
      const name = /^SUBGRAPH_URL_(\w+)$/.exec(variable)?.[1]?.toLowerCase();
      if (!name) continue;
      const port = service(name).environment?.['PORT'];
      expect(`${asker}: ${value}`).toBe(`${asker}: http://${name}:${port}/graphql`);
      expect(port).toBe(String(subgraphPorts[name as keyof typeof subgraphPorts]));
      expect(networks).toContain(name);
    }
  }
});

test('agencies are given the public key alone, and each its own database', () => {
  for (const name of agencySubgraphs) {
    expect(Object.keys(service(name).environment!).sort()).toEqual(
      [`DATABASE_URL_${name.toUpperCase()}`, 'GATEWAY_VERIFY_KEY', 'HOST', 'NATS_URL', 'PORT'].sort(),
    );
    expect(service(name).command).toEqual(['node', 'dist/subgraphs/main.js', name]);
  }
});

test.each(gateways)('the gateway accepts the configuration of %s, in production', (name) => {
  expect(text).toContain('ENV NODE_ENV=production');
  const { environment } = interpolate().services[name]!;
  const reading = readConfig({ NODE_ENV: 'production', ...environment });
  expect(reading).toMatchObject({ ok: true, config: { production: true, demo: false, port: 4000 } });
  if (!reading.ok) return;
  expect(Object.keys(reading.config.subgraphUrls).sort()).toEqual([...subgraphNames].sort());
});
