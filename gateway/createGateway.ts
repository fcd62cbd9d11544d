import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createYoga } from 'graphql-yoga';
import { toPublicKey, type Signer } from '../schema/protocol/signing';
import type { SubgraphTransport } from '../schema/protocol/transport';
import type { SubgraphName } from '../schema/protocol/vocabulary';
import type { AuditLog } from './audit/auditLog';
import type { GatewayConfig } from './config';
import type { EngineTransport } from './engine/transports/engineTransport';
import { createGraphs, type Graphs } from './graph/createGraphs';
import type { GraphSources } from './graph/graph';
import { compress, negotiateCoding } from './http/compress';
import { createConsole, type ConsoleOptions } from './http/console/createConsole';
import { createSse } from './http/createSse';
import { createWebSockets } from './http/createWebSockets';
import { maskHttpError } from './http/maskHttpError';
import type { PlainResponse } from './http/plainResponse';
import { answerRoute, type RouteOptions, type RouteRequest } from './http/routes';
import { isFromElsewhere, useBrowserGuard } from './http/useBrowserGuard';
import { useCompression } from './http/useCompression';
import { useJsonBody } from './http/useJsonBody';
import { useOperations } from './http/useOperations';
import { responseHeaders, useResponseHeaders } from './http/useResponseHeaders';
import type { Authenticator } from './identity/createAuthenticator';
import type { Log } from './log';
import { createMetrics, type Metrics } from './metrics/createMetrics';
import type { Handler } from './operation/pipeline';
import type { Incoming } from './operation/stages';
import { createOperationHandler } from './plugins';
import { answerSchema } from './schema/answerSchema';
import { attestFirst } from './transports/attestFirst';
import { createUpdates, type UpdatesOptions } from './updates/createUpdates';
import { toEngineTransport } from './transports/toEngineTransport';

export interface GatewayOptions extends GraphSources {
  readonly config: Pick<
    GatewayConfig,
    'demo' | 'minimumLoa' | 'agencyTimeoutMs' | 'operationTimeoutMs' | 'limits' | 'documents'
  >;
  readonly transports: Readonly<Partial<Record<SubgraphName, SubgraphTransport>>>;
  readonly sign: Signer;
  readonly audit: AuditLog;
  readonly authenticate: Authenticator;
  /** Absent: no subscriptions. */
  readonly updates?: Pick<UpdatesOptions, 'events' | 'webhooks'>;
  /**
   * How long a subscriber may leave what it was sent unread before it is let go, in milliseconds.
   * @default 30_000
   */
  readonly slowAfterMs?: number;
  /** Which of the parts that the gateway needs can answer now, the audit log among them. */
  readonly ready: () => Promise<Readonly<Record<string, 'up' | 'down'>>>;
  /** The page for people. @default none is served */
  readonly console?: ConsoleOptions;
  /** @default the system clock */
  readonly now?: () => Date;
  /** E.g. `createJsonLog(process.stderr)`. */
  readonly log: Log;
  /** @default counted, and told to nobody */
  readonly metrics?: Metrics;
}

export interface Gateway {
  /** For `http.createServer`. */
  readonly handle: RequestListener;
  /** For the server's `upgrade`. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** The same without a socket. */
  fetch(request: Request): Promise<Response>;
  /** The operation pipeline itself, for other ways in than HTTP. */
  readonly answer: Handler<Incoming>;
  /**
   * Takes another supergraph and registry into service, without losing what is under way.
   * @returns why nothing has changed; null when it has
   */
  reload(sources: GraphSources): Promise<string | null>;
  /** From now on `/ready` says 503, and connections end with their next answer. */
  drain(): void;
  /** Ends the streams, telling each where to go on; before the server is closed. */
  hangUp(): void;
  close(): Promise<void>;
}

/** Everything between HTTP and the subgraphs. Opens no port and no connection of its own. */
export function createGateway(options: GatewayOptions): Gateway {
  const { config, sign, audit, authenticate, ready, log } = options;
  const now = options.now ?? (() => new Date());
  const updates =
    options.updates &&
    createUpdates({
      ...options.updates,
      ask: findTransport('identification', options),
      sign,
      now,
      audit,
      log,
    });
  const metrics = options.metrics ?? createMetrics();
  const attesting = connectLate('identification', options, metrics);
  const graphs: Graphs = createGraphs(options, {
    config,
    engine: {
      transports: (subgraph) => {
        const transport = connect(subgraph as SubgraphName, options, metrics);
        if (subgraph !== 'identification') return attestFirst(transport, attesting);
        if (!updates) return transport;
        const schema = () => graphs.current().engine.schema;
        return Object.assign(transport, { subscribe: updates.subscribe(schema, transport) });
      },
      observe: { typeName: 'Child', key: 'id' },
    },
    log,
  });
  let draining = false;
  const { minimumLoa, operationTimeoutMs: timeoutMs } = config;
  const answer = createOperationHandler({
    graph: graphs.current,
    authenticate,
    minimumLoa,
    timeoutMs,
    audit,
    sign,
    metrics,
    log,
    now,
  });
  const yoga = createHttp(answer, config, log, now);
  const { bodyBytes } = config.limits;
  const { slowAfterMs = 30_000 } = options;
  const sse = createSse({ answer, authenticate, now, bodyBytes, slowAfterMs });
  const webSockets = createWebSockets({ answer, authenticate, now, bodyBytes, slowAfterMs });
  const routes: RouteOptions = {
    ready: onceAtATime(ready),
    isDraining: () => draining,
    demo: config.demo,
    webhookKey: options.updates?.webhooks ? toPublicKey(options.updates.webhooks.signingKey) : null,
    schema: (request) => answerSchema(request, { schema: graphs.current().engine.schema, authenticate, log }),
    console: options.console ? createConsole(options.console) : null,
  };

  return {
    handle: (request, response) => {
      if (draining) response.setHeader('connection', 'close');
      const isStreamed = sse.takes(request);
      if (isStreamed && isFromElsewhere(String(request.headers['sec-fetch-site'])))
        return void response.writeHead(403, responseHeaders).end();
      const handled = isStreamed
        ? sse.handle(request, response)
        : handleNode(request, response, routes, yoga);
      handled.catch(() => response.destroy());
    },
    upgrade: webSockets.upgrade,
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      const { method, headers } = request;
      const route: RouteRequest = {
        method,
        url: pathname + search,
        accept: headers.get('accept') ?? '',
        acceptEncoding: headers.get('accept-encoding') ?? '',
        host: headers.get('host') ?? '',
        authorization: headers.get('authorization'),
      };
      const plain = await answerRoute(route, routes);
      if (!plain) return yoga.fetch(request);
      return new Response(typeof plain.body === 'string' ? plain.body : new Uint8Array(plain.body), {
        status: plain.status,
        headers: { ...responseHeaders, ...plain.headers },
      });
    },
    answer,
    reload: async (sources) => {
      const problem = await graphs.reload(sources);
      metrics.reloaded(problem === null);
      return problem;
    },
    drain: () => {
      draining = true;
    },
    hangUp: () => updates?.hangUp(),
    close: async () => {
      updates?.hangUp();
      await webSockets.close();
      await updates?.close();
      await yoga.dispose();
    },
  };
}

/** However many ask at the same moment whether the parts are there, each part is asked once. */
function onceAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => (asked ??= ask().finally(() => (asked = null)));
}

/** The hub's own graph asks the agencies itself, twice in a row, and must be able to outwait them. */
function connect(subgraph: SubgraphName, options: GatewayOptions, metrics: Metrics) {
  const { config, log } = options;
  const transport = findTransport(subgraph, options);
  const timeoutMs = config.agencyTimeoutMs * (subgraph === 'identification' ? 3 : 1);
  return toEngineTransport(subgraph, transport, timeoutMs, { log, metrics });
}

function findTransport(subgraph: SubgraphName, { transports }: GatewayOptions): SubgraphTransport {
  const transport = transports[subgraph];
  if (!transport) throw new Error(`The supergraph has the subgraph ${subgraph}, but there is no way to it.`);
  return transport;
}

/** Connected when it is first needed: a hub may be started with some of its subgraphs. */
function connectLate(subgraph: SubgraphName, options: GatewayOptions, metrics: Metrics): EngineTransport {
  let transport: EngineTransport | undefined;
  return (request) => (transport ??= connect(subgraph, options, metrics))(request);
}

function createHttp(
  answer: Handler<Incoming>,
  { limits }: GatewayOptions['config'],
  log: Log,
  now: () => Date,
) {
  const impersonal = new WeakSet<Request>();
  const plugins = [
    useBrowserGuard(),
    useJsonBody(limits.bodyBytes),
    useOperations(answer, now, (request) => void impersonal.add(request)),
    useCompression((request) => impersonal.has(request)),
    useResponseHeaders(),
  ];
  return createYoga({
    graphqlEndpoint: '/graphql',
    // Yoga's own check would name its maker; no address ends with a line break.
    healthCheckEndpoint: '\n',
    landingPage: false,
    graphiql: false,
    // No other web page may use a browser's way in, with or without a token.
    cors: false,
    multipart: false,
    batching: false,
    parserAndValidationCache: false,
    // Counted by useJsonBody, which need not copy a body whose length is known.
    maxRequestBodySize: false,
    logging: false,
    maskedErrors: { maskError: (error) => maskHttpError(error, log) },
    extraParamNames: ['documentId'],
    plugins,
  });
}

async function handleNode(
  request: IncomingMessage,
  response: ServerResponse,
  routes: RouteOptions,
  yoga: ReturnType<typeof createHttp>,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const { accept = '', host = '', authorization = null } = headers;
  const acceptEncoding = headers['accept-encoding']?.toString() ?? '';
  const plain = await answerRoute({ method, url, accept, acceptEncoding, host, authorization }, routes);
  if (!plain) return void (await yoga(request, response));
  const { body, encoding } = await encode(plain, headers['accept-encoding']);
  response.writeHead(plain.status, { ...responseHeaders, ...plain.headers, ...encoding });
  response.end(method === 'HEAD' ? undefined : body);
}

/** None of these pages tells anything about anybody. */
async function encode({ body, headers }: PlainResponse, accepted: string | string[] | undefined) {
  // The page's files are compressed when it is built.
  if (typeof body !== 'string' || 'content-encoding' in headers) return { body, encoding: {} };
  const coding = negotiateCoding(String(accepted ?? ''), body.length);
  if (coding === null) return { body, encoding: {} };
  const encoding = { 'content-encoding': coding, vary: 'accept-encoding' };
  return { body: await compress(body, coding), encoding };
}
