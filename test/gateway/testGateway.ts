import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { graphql, parse } from 'graphql';
import type { AuditEntry } from '../../gateway/audit/auditEntry';
import type { AuditLog } from '../../gateway/audit/auditLog';
import { readConfig, type GatewayConfig } from '../../gateway/config';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/createGateway';
import { createAuthenticator } from '../../gateway/identity/createAuthenticator';
import { createDemoIssuer, type DemoClaims } from '../../gateway/identity/demoIssuer';
import type { LogLine } from '../../gateway/log';
import type { Assertion } from '../../schema/protocol/principal';
import { createSigner, createVerifier, toPublicKey } from '../../schema/protocol/signing';
import type { SubgraphRequest, SubgraphResponse, SubgraphTransport } from '../../schema/protocol/transport';
import type { SubgraphName } from '../../schema/protocol/vocabulary';
import { temporaryFolder } from '../harness/temporaryFolder';

/** A small graph that uses real names of the contract, so that the real access matrix judges it. */
const sdls = {
  identification: `
    type Query {
      dutyContacts(municipality: String!): [DutyContact!]!
      identify(dossierNumber: String!): Identification!
      child(id: ID!): Child
      statistics: Statistics!
    }
    type Mutation { requestDisclosure(child: ID!): DisclosureRequest! }
    type DisclosureRequest { id: ID! }
    type DutyContact { id: ID! name: String! }
    type Identification { outcome: String! child: Child }
    type Statistics { cells: [Int!]! }
    type Child @key(fields: "id") { id: ID! absconding: AbscondingSummary }
    type AbscondingSummary { absconded: Boolean! }
  `,
  migration: `type Child @key(fields: "id") { id: ID! sex: String dossierNumber: String birthDate: String }`,
  police: `type Child @key(fields: "id") { id: ID! nationalAlertActive: Boolean }`,
};
const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])\n';

const resolvers = {
  identification: {
    Query: {
      dutyContacts: () => [{ id: 'd1', name: 'Socialjouren' }],
      identify: (_: unknown, { dossierNumber }: { dossierNumber: string }) =>
        dossierNumber === '12-1'
          ? { outcome: 'UNIQUE_MATCH', child: { id: 'c1' } }
          : { outcome: 'NO_UNIQUE_MATCH', child: null },
      child: (_: unknown, { id }: { id: string }) => ({ id }),
      statistics: () => ({ cells: [5] }),
    },
    Mutation: { requestDisclosure: () => ({ id: 'r1' }) },
    Child: { absconding: () => ({ absconded: true }) },
  },
  migration: {
    Child: {
      __resolveReference: (child: object) => child,
      sex: () => 'FEMALE',
      dossierNumber: () => '12-1',
      birthDate: () => null,
    },
  },
  police: { Child: { __resolveReference: (child: object) => child, nationalAlertActive: () => true } },
};

type Name = keyof typeof sdls;

interface RecordedCall extends SubgraphRequest {
  readonly subgraph: Name;
  readonly who: Assertion;
}

type Answering = (request: SubgraphRequest, real: SubgraphTransport) => Promise<SubgraphResponse>;

export interface TestGateway {
  readonly url: string;
  readonly calls: RecordedCall[];
  readonly entries: AuditEntry[];
  /** Operations of which the log has been told that their entries will come. */
  readonly announced: ReadonlySet<symbol>;
  readonly lines: LogLine[];
  readonly options: GatewayOptions;
  readonly gateway: Gateway;
  /** Changes how a subgraph answers; without a function the real one answers again. */
  replace(subgraph: Name, answering?: Answering): void;
  token(claims: DemoClaims): Promise<string>;
  post(query: string, headers?: Record<string, string>, more?: Record<string, unknown>): Promise<TestAnswer>;
  close(): Promise<void>;
}

interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

const testConfig = (env: Record<string, string> = {}): GatewayConfig => {
  const reading = readConfig({ PORT: '0', AGENCY_TIMEOUT_MS: '300', ...env });
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.config;
};

/** A gateway that really listens, over subgraphs in process. */
export async function startTestGateway(
  env: Record<string, string> = {},
  changes: Partial<GatewayOptions> = {},
): Promise<TestGateway> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const issuer = await createDemoIssuer(temporaryFolder('gateway'));
  const calls: RecordedCall[] = [];
  const entries: AuditEntry[] = [];
  const announced = new Set<symbol>();
  const lines: LogLine[] = [];
  const replaced = new Map<Name, Answering>();
  const options: GatewayOptions = {
    config: testConfig(env),
    supergraphSdl: compose(),
    transports: createTransports(calls, replaced, toPublicKey(pem)),
    sign: createSigner(pem),
    audit: createMemoryAudit(entries, announced),
    authenticate: createAuthenticator({ issuers: [issuer] }),
    ready: async () => ({ migration: 'up', audit: 'up' }),
    log: (line) => lines.push(line),
    ...changes,
  };
  const gateway = createGateway(options);
  const server = createServer(gateway.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls,
    entries,
    announced,
    lines,
    options,
    gateway,
    replace: (subgraph, answering) =>
      void (answering ? replaced.set(subgraph, answering) : replaced.delete(subgraph)),
    token: (claims) => issuer.issue(claims),
    post: (query, headers, more) => post(url, query, headers, more),
    close: async () => {
      await gateway.close();
      await closeServer(server);
    },
  };
}

/** Headers of a social emergency worker in Stockholm who identifies a child. */
export async function asSocialEmergency(
  gateway: TestGateway,
  purpose = 'IDENTIFICATION',
): Promise<Record<string, string>> {
  const token = await gateway.token({ role: 'SOCIAL_EMERGENCY', municipality: '0180' });
  return { authorization: `Bearer ${token}`, 'x-purpose': purpose, 'x-case-reference': 'SJ 2026-17' };
}

async function post(
  url: string,
  query: string,
  headers: Record<string, string> = {},
  more: Record<string, unknown> = {},
): Promise<TestAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...headers,
    },
    body: JSON.stringify({ query, ...more }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: JSON.parse(text) as TestAnswer['body'],
  };
}

function compose(): string {
  const services = Object.entries(sdls).map(([name, sdl]) => ({ name, typeDefs: parse(link + sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

function createTransports(calls: RecordedCall[], replaced: ReadonlyMap<Name, Answering>, publicKey: string) {
  const verify = createVerifier(publicKey);
  return Object.fromEntries(
    (Object.keys(sdls) as Name[]).map((subgraph) => {
      const schema = buildSubgraphSchema({
        typeDefs: parse(link + sdls[subgraph]),
        resolvers: resolvers[subgraph],
      });
      const real: SubgraphTransport = async ({ query, variables, operationName }) =>
        (await graphql({
          schema,
          source: query,
          variableValues: variables ?? null,
          operationName: operationName ?? null,
        })) as SubgraphResponse;
      const transport: SubgraphTransport = async (request) => {
        calls.push({ ...request, subgraph, who: verify<Assertion>('assertion', request.assertion) });
        return (replaced.get(subgraph) ?? real)(request, real);
      };
      return [subgraph, transport];
    }),
  ) as Record<SubgraphName, SubgraphTransport>;
}

function createMemoryAudit(entries: AuditEntry[], announced: Set<symbol>): AuditLog {
  return {
    announce: () => {
      const operation = Symbol('operation');
      announced.add(operation);
      return () => void announced.delete(operation);
    },
    append: async (added) => {
      entries.push(...added);
      return [];
    },
    isReady: async () => true,
    close: async () => undefined,
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
