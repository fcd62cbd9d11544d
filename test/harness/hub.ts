import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createAuditLog } from '../../gateway/audit/createAuditLog';
import { prepareAuditDatabase } from '../../gateway/audit/prepareAuditDatabase';
import { grantReading } from '../../gateway/review/grantReading';
import { readConfig } from '../../gateway/config';
import { createGateway } from '../../gateway/createGateway';
import { createAuthenticator } from '../../gateway/identity/createAuthenticator';
import { createDemoIssuer, type DemoIssuer } from '../../gateway/identity/demoIssuer';
import { remoteIssuer } from '../../gateway/identity/remoteIssuer';
import { createMetrics, type Metrics } from '../../gateway/metrics/createMetrics';
import type { EventLog } from '../../gateway/updates/log/eventLog';
import { createNatsLog } from '../../gateway/updates/log/natsLog';
import { createPostgresLog } from '../../gateway/updates/log/postgresLog';
import { prepareEventsDatabase } from '../../gateway/updates/log/prepareEventsDatabase';
import { readSupergraph } from '../../schema/files';
import { createSigner, toPublicJwk, toPublicKey } from '../../schema/protocol/signing';
import type { SubgraphRequest, SubgraphTransport } from '../../schema/protocol/transport';
import {
  subgraphNames,
  type Agency,
  type Purpose,
  type Role,
  type SubgraphName,
} from '../../schema/protocol/vocabulary';
import type { DemoChild } from '../../subgraphs/demo/demoChild';
import { loadWorld } from '../../subgraphs/demo/loadWorld';
import { prepareRegisters } from '../../subgraphs/demo/prepareRegisters';
import type { EventLogAddress } from '../../subgraphs/shared/outbox/eventPublisher';
import { createTestDatabase, type TestDatabase } from './database';
import { startInProcess, startProcesses } from './subgraphs';

export interface Asker {
  readonly role: Role;
  readonly municipality?: string | undefined;
  /** @default the role's first agency */
  readonly agency?: Agency | undefined;
  readonly sub?: string | undefined;
  readonly purpose?: Purpose | string | undefined;
  readonly caseReference?: string | undefined;
}

export interface HubAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body exactly as sent. */
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of every shape
  readonly data: any;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown>;
  }[];
}

export interface TestHubOptions {
  readonly children: Iterable<DemoChild>;
  /** One process for all, or each subgraph a process of its own. @default 'IN_PROCESS' */
  readonly shape?: 'IN_PROCESS' | 'PROCESSES';
  readonly env?: Record<string, string>;
  readonly now?: () => Date;
  /** Where events go; with it case updates can be followed. @default nowhere: they stay in the outboxes */
  readonly events?: 'POSTGRES' | { readonly nats: string };
  /** Whether webhooks are served; their work comes in between calls that are counted. @default true */
  readonly webhooks?: boolean;
  /** @default the gateway's own */
  readonly slowAfterMs?: number;
  /** The folder of the built page, to serve it, too. */
  readonly page?: string;
  /** Stands before the gateway, e.g. to give each request a clock of its own. */
  readonly around?: (serve: RequestListener) => RequestListener;
  /** Who signs the page's users in, instead of the demo's tokens. */
  readonly login?: { readonly issuer: string };
  /** Where the audit log lies, owned by the URL's role. @default a database of the run's PostgreSQL */
  readonly auditDatabase?: TestDatabase;
  /** Loaded registers of another hub, which drops them; the children are loaded into it as well. @default its own */
  readonly registers?: Readonly<Record<SubgraphName, TestDatabase>>;
}

export interface TestHub {
  ask(asker: Asker, query: string, variables?: Record<string, unknown>): Promise<HubAnswer>;
  post(body: string, headers?: Record<string, string>): Promise<Response>;
  readonly address: string;
  readonly issuer: DemoIssuer;
  readonly metrics: Metrics;
  /** PEM of the hub's private key. */
  readonly signingKey: string;
  readonly databases: Readonly<Record<SubgraphName | 'audit', TestDatabase>>;
  /** Of the owner of the event log on PostgreSQL; null: there is none. */
  readonly eventsUrl: string | null;
  /** SQL statements of the subgraphs in this process since last taken. */
  takeStatements(): { subgraph: SubgraphName; sql: string }[];
  /** Calls to subgraphs since last taken, the hub's own questions to agencies included. */
  takeCalls(): SubgraphName[];
  /** Everything logged since last taken, as text. */
  takeLog(): string;
  /** Breaks or slows a subgraph: what is given here answers instead; null mends it. */
  disturb(subgraph: SubgraphName, disturbed: Disturbed | null): void;
  close(): Promise<void>;
}

interface TestEvents {
  readonly address: EventLogAddress;
  readonly open: () => EventLog;
  readonly drop: () => Promise<void>;
}

async function openEvents({ events }: TestHubOptions): Promise<TestEvents | null> {
  if (events === undefined) return null;
  if (events !== 'POSTGRES') {
    const open = () => createNatsLog({ url: events.nats, replicas: 1, keepDays: 100 });
    return { address: events, open, drop: async () => undefined };
  }
  const database = await createTestDatabase('events');
  await prepareEventsDatabase(database.url, 3);
  const { url, drop } = database;
  return { address: { postgres: url }, open: () => createPostgresLog(url), drop };
}

/** A whole hub over real HTTP on real databases, with the given children in the agencies' registers. */
export async function createTestHub(options: TestHubOptions): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-hub-'));
  const names = [...subgraphNames, 'audit'] as const;
  const create = async (name: (typeof names)[number]): Promise<TestDatabase> =>
    (name === 'audit'
      ? options.auditDatabase
      : options.registers && { ...options.registers[name], drop: async () => undefined }) ||
    createTestDatabase(name);
  const made = await Promise.all(names.map(async (name) => [name, await create(name)] as const));
  const databases = Object.fromEntries(made) as Record<SubgraphName | 'audit', TestDatabase>;
  const urls = Object.fromEntries(made.map(([name, { url }]) => [name, url])) as Record<SubgraphName, string>;
  await prepareRegisters(urls);
  await loadWorld(urls, options.children);
  await prepareAuditDatabase(databases.audit.url);
  // As when it runs for real: the hub's own graph reads the log as somebody who owns none of it.
  const auditorUrl = await letAuditorIn(databases.audit.url);

  const events = await openEvents(options);

  const recorder = createRecorder();
  const signingKey = newKey();
  const reading = readConfig({ PORT: '0', DATA_DIR: folder, ...options.env });
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  const { config } = reading;
  const start = options.shape === 'PROCESSES' ? startProcesses : startInProcess;
  const subgraphs = await start({
    urls,
    signingKey,
    verifyKey: toPublicKey(signingKey),
    agencyTimeoutMs: config.agencyTimeoutMs,
    recorder,
    hubSettings: {
      DATABASE_URL_AUDIT: auditorUrl,
      // Jobs by the real clock would come in between; its own tests start it.
      DUTY_CLOCK: 'off',
      SEARCH_BUDGET_FACTOR: String(config.searchBudgetFactor),
      WEBHOOK_LOOPBACK: 'allow',
    },
    ...(events && { events: events.address }),
    ...(options.now && { now: options.now }),
  });
  const issuer = await createDemoIssuer(folder, options.now);
  const { login } = options;
  const knownIssuers = login
    ? [issuer, remoteIssuer({ issuer: login.issuer, audience: 'skyddsnat', jwksUrl: `${login.issuer}/jwks` })]
    : [issuer];
  const audit = createAuditLog({ url: databases.audit.url, signingKey });
  const metrics = createMetrics();
  const gateway = createGateway({
    config,
    supergraphSdl: readSupergraph(),
    transports: subgraphs.transports,
    sign: createSigner(signingKey),
    audit,
    authenticate: createAuthenticator({ issuers: knownIssuers, ...(options.now && { now: options.now }) }),
    ready: async () => ({ audit: (await audit.isReady()) ? 'up' : 'down' }),
    ...(events && {
      updates: {
        events: events.open(),
        ...(options.webhooks !== false && {
          webhooks: {
            signingKey,
            allowLoopback: true,
            takeEveryMs: 200,
            firstRestMs: 20,
            giveUpAfterMs: 4_000,
          },
        }),
      },
    }),
    log: recorder.log,
    metrics,
    ...(options.slowAfterMs && { slowAfterMs: options.slowAfterMs }),
    ...(options.page && {
      console: {
        folder: options.page,
        signIn: login ? [{ issuer: login.issuer, clientId: 'skyddsnat' }] : [],
        demoTokens: login ? null : issuer,
        dutyKey: toPublicJwk(signingKey),
      },
    }),
    ...(options.now && { now: options.now }),
  });
  const server = createServer(options.around?.(gateway.handle) ?? gateway.handle).on(
    'upgrade',
    gateway.upgrade,
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  return {
    address,
    issuer,
    metrics,
    signingKey,
    databases,
    eventsUrl: events && 'postgres' in events.address ? events.address.postgres : null,
    post,
    ask: async (asker, query, variables) =>
      toAnswer(await post(JSON.stringify({ query, variables }), await headersOf(asker, issuer))),
    takeStatements: recorder.takeStatements,
    takeCalls: recorder.takeCalls,
    takeLog: recorder.takeLog,
    disturb: recorder.disturb,
    close: async () => {
      gateway.hangUp();
      await closeServer(server);
      await gateway.close();
      await audit.close();
      await subgraphs.close();
      await events?.drop();
      await Promise.all(Object.values(databases).map((database) => database.drop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A role of the log's own server that may read it and nothing else; it goes with the owner's. */
async function letAuditorIn(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const role = `${url.username}_auditor`;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  await owner.end();
  await grantReading(ownerUrl, role);
  url.username = role;
  url.password = role;
  return url.toString();
}

export async function headersOf(asker: Asker, issuer: DemoIssuer): Promise<Record<string, string>> {
  const { role, municipality, agency, sub, purpose, caseReference = 'TEST-1' } = asker;
  return {
    authorization: `Bearer ${await issuer.issue({ role, municipality, agency, sub })}`,
    ...(purpose && { 'x-purpose': purpose }),
    ...(caseReference && { 'x-case-reference': caseReference }),
  };
}

async function toAnswer(response: Response): Promise<HubAnswer> {
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as Pick<HubAnswer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, text, data, errors };
}

/** @param usual what would have answered */
export type Disturbed = (request: SubgraphRequest, usual: SubgraphTransport) => ReturnType<SubgraphTransport>;

export interface Recorder {
  readonly log: (line: unknown) => void;
  onStatement(subgraph: SubgraphName, sql: string): void;
  /** Wraps a way to a subgraph so that calls are counted and can be disturbed. */
  observe(subgraph: SubgraphName, transport: SubgraphTransport): SubgraphTransport;
  takeStatements(): { subgraph: SubgraphName; sql: string }[];
  takeCalls(): SubgraphName[];
  takeLog(): string;
  disturb(subgraph: SubgraphName, disturbed: Disturbed | null): void;
}

function createRecorder(): Recorder {
  let statements: { subgraph: SubgraphName; sql: string }[] = [];
  let calls: SubgraphName[] = [];
  const log: string[] = [];
  const disturbed = new Map<SubgraphName, Disturbed>();
  return {
    log: (line) => void log.push(JSON.stringify(line)),
    takeLog: () => log.splice(0).join('\n'),
    onStatement: (subgraph, sql) => void statements.push({ subgraph, sql }),
    observe: (subgraph, transport) => (request: SubgraphRequest) => {
      calls.push(subgraph);
      return disturbed.get(subgraph)?.(request, transport) ?? transport(request);
    },
    takeStatements: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    takeCalls: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
    disturb: (subgraph, answer) => {
      if (answer) disturbed.set(subgraph, answer);
      else disturbed.delete(subgraph);
    },
  };
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
