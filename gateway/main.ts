import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { consoleFolder, readOwnDocuments, readSupergraph } from '../schema/files';
import { createSigner, toPublicJwk } from '../schema/protocol/signing';
import { startTracing } from '../schema/protocol/tracing/startTracing';
import { subgraphNames } from '../schema/protocol/vocabulary';
import { subgraphPorts } from '../subgraphs/ports';
import { closeServer } from '../subgraphs/shared/server/closeServer';
import { createAuditLog } from './audit/createAuditLog';
import { readConfig, type GatewayConfig } from './config';
import { createGateway, type Gateway, type GatewayOptions } from './createGateway';
import type { GraphSources } from './graph/graph';
import { greet } from './greet';
import { createAuthenticator } from './identity/createAuthenticator';
import { createDemoIssuer } from './identity/demoIssuer';
import { remoteIssuer } from './identity/remoteIssuer';
import { createJsonLog, type Log } from './log';
import { createMetrics, type Metrics } from './metrics/createMetrics';
import { createMetricsServer } from './metrics/createMetricsServer';
import { openEventLog } from './updates/log/openEventLog';
import { startStack, type Stack } from './stack';
import { watchSources } from './watchSources';

/** `npm start`: the gateway, with every subgraph that is not placed elsewhere beside it in this process. */
async function main(): Promise<void> {
  const config = readConfiguration();
  const endTracing = await startTracing('skyddsnat-gateway', process.env);
  await assertFree(config);
  const starting = start(config);
  // An interrupted start is finished first, so that no PostgreSQL is left behind; a second signal does not wait.
  stopOnSignal(async () => {
    await (await starting).stop();
    await endTracing();
  });
  process.stdout.write((await starting).greeting);
}

interface Running {
  readonly greeting: string;
  stop(): Promise<void>;
}

async function start(config: GatewayConfig): Promise<Running> {
  const stack = await startStack(config, (line) => void process.stderr.write(`${line}\n`));
  try {
    return await serve(config, stack);
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function serve(config: GatewayConfig, stack: Stack): Promise<Running> {
  const demoIssuer = config.demo ? await createDemoIssuer(config.dataDir) : null;
  const audit = createAuditLog({ url: stack.auditUrl, signingKey: stack.signingKey });
  const log = createJsonLog(process.stderr);
  const metrics = createMetrics();
  const gateway = createGateway({
    config,
    ...readSources(config),
    transports: stack.transports,
    sign: createSigner(stack.signingKey),
    audit,
    authenticate: createAuthenticator({
      issuers: demoIssuer ? [demoIssuer] : config.issuers.map(remoteIssuer),
    }),
    console: {
      folder: consoleFolder(),
      signIn: config.issuers.map(({ issuer }) => ({ issuer, clientId: config.consoleClientId })),
      demoTokens: demoIssuer,
      dutyKey: toPublicJwk(stack.signingKey),
    },
    ready: async () => ({ ...(await stack.ready()), audit: (await audit.isReady()) ? 'up' : 'down' }),
    ...openUpdates(config, stack),
    log,
    metrics,
  });
  const unwatch = watch(config, gateway, log);
  const metricsServer = await listenForMetrics(config, metrics);
  const server = createServer(gateway.handle).on('upgrade', gateway.upgrade);
  // Longer than load balancers keep a connection: whoever closes first can meet a request on its way.
  server.keepAliveTimeout = 75_000;
  await listen(server, config);
  const { port } = server.address() as AddressInfo;
  return {
    greeting: await greet(`http://localhost:${port}`, demoIssuer, stack.exampleBirthDate),
    stop: async () => {
      unwatch();
      gateway.drain();
      await setTimeout(config.operations.drainDelayMs);
      gateway.hangUp();
      await closeServer(server, config.operations.drainTimeoutMs);
      metricsServer?.close();
      await gateway.close();
      await audit.close();
      await stack.stop();
    },
  };
}

/** What may change while the gateway runs. */
function readSources({ operations, documents }: GatewayConfig): GraphSources {
  const { supergraphFile } = operations;
  const { registryFile } = documents;
  return {
    supergraphSdl: supergraphFile === null ? readSupergraph() : readFileSync(supergraphFile, 'utf8'),
    registries: [readOwnDocuments(), ...(registryFile === null ? [] : [readFileSync(registryFile, 'utf8')])],
  };
}

/** A terminal that is closed sends SIGHUP as well: then the demo ends. */
function watch(config: GatewayConfig, gateway: Gateway, log: Log): () => void {
  const files = [config.operations.supergraphFile, config.documents.registryFile].filter(
    (file) => file !== null,
  );
  if (config.demo && files.length === 0) return () => undefined;
  return watchSources(files, () => {
    try {
      void gateway.reload(readSources(config));
    } catch (error) {
      log({ level: 'error', event: 'supergraph-kept', problem: (error as Error).message });
    }
  });
}

async function listenForMetrics(
  { operations: { metricsPort: port, metricsHost: host } }: GatewayConfig,
  metrics: Metrics,
): Promise<Server | null> {
  return port === null ? null : listen(createMetricsServer(metrics), { port, host });
}

/** Without an event log there are no subscriptions; queries need none. */
function openUpdates(
  config: GatewayConfig,
  { eventsUrl, signingKey }: Stack,
): Pick<GatewayOptions, 'updates'> {
  const events = openEventLog(config, eventsUrl);
  return events ? { updates: { events, webhooks: { signingKey, allowLoopback: config.demo } } } : {};
}

/** With `--gateway-only` every subgraph runs as a process of its own, on this machine where no address is given. */
function readConfiguration(): GatewayConfig {
  const alone = process.argv.includes('--gateway-only');
  const neighbours = subgraphNames.map((name) => [
    `SUBGRAPH_URL_${name.toUpperCase()}`,
    `http://localhost:${subgraphPorts[name]}/graphql`,
  ]);
  const reading = readConfig({ ...(alone && Object.fromEntries(neighbours)), ...process.env });
  if (!reading.ok) throw new Error(`The configuration has problems:\n- ${reading.problems.join('\n- ')}`);
  return reading.config;
}

/** Tried before the databases start: a busy port should not cost a start and a stop of PostgreSQL. */
async function assertFree(config: GatewayConfig): Promise<void> {
  await closeServer(await listen(createServer(), config));
}

function listen(server: Server, { port, host }: Pick<GatewayConfig, 'port' | 'host'>): Promise<Server> {
  return new Promise((listening, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? busy(port) : error),
    );
    server.listen(port, host, () => listening(server));
  });
}

function busy(port: number): Error {
  return new Error(
    `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
  );
}

/** The first signal stops in order; the second at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stderr.write('Stopping …\n');
    stop().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
