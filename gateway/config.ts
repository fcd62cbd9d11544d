import { readIssuers, type TrustedIssuer } from './config/issuers';
import { createEnvironmentReader, type EnvironmentReader, type Environment } from './config/environment';
import { readAddresses, type SubgraphAddresses } from './config/addresses';
import { readDocumentSettings, type DocumentSettings } from './config/documents';
import { readOperations, type OperationsSettings } from './config/operations';
import { readLimits, type OperationLimits } from './config/limits';
import { isLoopbackHost } from './config/loopback';

/** Everything the gateway can be told from outside. Read once, at start. */
export interface GatewayConfig extends SubgraphAddresses {
  /**
   * TCP port; 0 lets the operating system choose. `PORT`
   * @default 4000
   */
  readonly port: number;
  /**
   * Address to listen on. `HOST`
   * @default '127.0.0.1' in demo mode, otherwise '0.0.0.0'
   */
  readonly host: string;
  /**
   * Where the embedded databases and generated keys live. `DATA_DIR`
   * @default '.data'
   */
  readonly dataDir: string;
  /** `NODE_ENV=production`. Turns off everything that exists for demonstration. */
  readonly production: boolean;
  /** No issuer is configured: the demo issuer speaks, on loopback only, with introspection and GraphiQL. */
  readonly demo: boolean;
  /** Who may vouch for callers. `OIDC_ISSUERS`; empty in demo mode. */
  readonly issuers: readonly TrustedIssuer[];
  /**
   * What the page calls itself when it sends people to their issuer to sign in. `CONSOLE_CLIENT_ID`
   * @default 'skyddsnat'
   */
  readonly consoleClientId: string;
  /**
   * Lowest level of assurance that opens personal data. `MINIMUM_LOA`
   * @default 3
   */
  readonly minimumLoa: number;
  /** PEM of the Ed25519 key that signs what the hub tells its subgraphs; null: generated. `GATEWAY_SIGNING_KEY` */
  readonly signingKey: string | null;
  /** NATS JetStream for the event log; null: PostgreSQL. `NATS_URL` */
  readonly natsUrl: string | null;
  /**
   * Servers of the NATS cluster that each keep the whole event log. `NATS_REPLICAS`
   * @default 1
   */
  readonly natsReplicas: number;
  /**
   * Whole months that the event log keeps before the current one. `EVENTS_KEEP_MONTHS`
   * @default 3
   */
  readonly eventsKeepMonths: number;
  /**
   * How long an agency may take, in milliseconds. The hub's own graph asks agencies inside and gets three times this.
   * `AGENCY_TIMEOUT_MS`
   * @default 2000
   */
  readonly agencyTimeoutMs: number;
  /**
   * How long a whole operation may take, in milliseconds; then no agency goes on working at it. `OPERATION_TIMEOUT_MS`
   * @default 10_000
   */
  readonly operationTimeoutMs: number;
  /**
   * A role of `DATABASE_URL_AUDIT`'s server that is let in to read the log, for the hub's own graph; null: none.
   * `AUDIT_READER_ROLE`
   */
  readonly auditReaderRole: string | null;
  /**
   * Scales every search budget, for agencies with more people in the field and for measuring. Needed where the hub's
   * own graph runs. `SEARCH_BUDGET_FACTOR`
   * @default 1
   */
  readonly searchBudgetFactor: number;
  /**
   * Whether the hub's own graph watches over time limits by itself. Needed where that graph runs. `DUTY_CLOCK`: on, off
   * @default true
   */
  readonly dutyClock: boolean;
  /**
   * Whether the subgraphs of this process erase by themselves what their periods leave them no right to keep.
   * `RETENTION`: on, off
   * @default true
   */
  readonly eraseExpired: boolean;
  readonly limits: OperationLimits;
  readonly documents: DocumentSettings;
  readonly operations: OperationsSettings;
}

export type ConfigReading =
  { readonly ok: true; readonly config: GatewayConfig } | { readonly ok: false; readonly problems: string[] };

/** Reads the environment without touching anything else, and reports every problem at once. */
export function readConfig(env: Environment): ConfigReading {
  const read = createEnvironmentReader(env);
  const production = env['NODE_ENV'] === 'production';
  const issuers = readIssuers(read, production);
  const demo = !read.text('OIDC_ISSUERS');
  const host = read.text('HOST') ?? (demo ? '127.0.0.1' : '0.0.0.0');
  if (demo) refuseExposedDemo(read.problem, production, host);

  const config: GatewayConfig = {
    port: read.integer('PORT', { fallback: 4000, min: 0, max: 65_535 }),
    host,
    dataDir: read.text('DATA_DIR') ?? '.data',
    production,
    demo,
    issuers,
    consoleClientId: read.text('CONSOLE_CLIENT_ID') ?? 'skyddsnat',
    minimumLoa: read.integer('MINIMUM_LOA', { fallback: 3, min: 1, max: 4 }),
    signingKey: read.ed25519Key('GATEWAY_SIGNING_KEY'),
    natsUrl: read.url('NATS_URL', ['nats:', 'tls:', 'ws:', 'wss:']),
    natsReplicas: read.integer('NATS_REPLICAS', { fallback: 1, min: 1, max: 5 }),
    eventsKeepMonths: read.integer('EVENTS_KEEP_MONTHS', { fallback: 3, min: 1, max: 120 }),
    agencyTimeoutMs: read.integer('AGENCY_TIMEOUT_MS', { fallback: 2_000, min: 50, max: 30_000 }),
    operationTimeoutMs: read.integer('OPERATION_TIMEOUT_MS', { fallback: 10_000, min: 50, max: 300_000 }),
    auditReaderRole: read.text('AUDIT_READER_ROLE'),
    dutyClock: readSwitch(read, 'DUTY_CLOCK'),
    eraseExpired: readSwitch(read, 'RETENTION'),
    searchBudgetFactor: read.integer('SEARCH_BUDGET_FACTOR', { fallback: 1, min: 1, max: 1_000_000 }),
    limits: readLimits(read),
    documents: readDocumentSettings(read, production, demo),
    operations: readOperations(read, demo),
    ...readAddresses(read),
  };
  return read.problems.length === 0 ? { ok: true, config } : { ok: false, problems: [...read.problems] };
}

function readSwitch(read: EnvironmentReader, name: string): boolean {
  const given = read.text(name);
  if (given !== null && given !== 'on' && given !== 'off')
    read.problem(`${name} is ${JSON.stringify(given)}: give on or off, or leave it out.`);
  return given !== 'off';
}

/** Anyone on the same machine can mint demo tokens, so the demo must not be reachable from anywhere else. */
function refuseExposedDemo(problem: (text: string) => void, production: boolean, host: string): void {
  if (production) {
    problem(
      'OIDC_ISSUERS is not set and NODE_ENV is production: the demo issuer never runs in production. ' +
        'Set OIDC_ISSUERS to the issuers whose tokens to trust.',
    );
  } else if (!isLoopbackHost(host)) {
    problem(
      `OIDC_ISSUERS is not set and HOST is ${host}: the demo issuer serves this machine only. ` +
        'Set OIDC_ISSUERS, or leave HOST out.',
    );
  }
}
