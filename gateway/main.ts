import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { consoleFolder, readSupergraph } from '../schema/files';
import { createSigner, toPublicJwk } from '../schema/protocol/signing';
import { subgraphNames } from '../schema/protocol/vocabulary';
import { subgraphPorts } from '../subgraphs/ports';
import { closeServer } from '../subgraphs/shared/server/closeServer';
import { createAuditLog } from './audit/createAuditLog';
import { readConfig, type GatewayConfig } from './config';
import { createGateway } from './createGateway';
import { greet } from './greet';
import { createAuthenticator } from './identity/createAuthenticator';
import { createDemoIssuer } from './identity/demoIssuer';
import { remoteIssuer } from './identity/remoteIssuer';
import { createJsonLog } from './log';
import { openEventLog } from './updates/log/openEventLog';
import { startStack, type Stack } from './stack';

/** `npm start`: the gateway, with every subgraph that is not placed elsewhere beside it in this process. */
async function main(): Promise<void> {
  const config = readConfiguration();
  await assertFree(config);
  const starting = start(config);
  // An interrupted start is finished first, so that no PostgreSQL is left behind; a second signal does not wait.
  stopOnSignal(async () => (await starting).stop());
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
  const gateway = createGateway({
    config,
    supergraphSdl: readSupergraph(),
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
    updates: { log: openEventLog(config, stack.eventsUrl) },
    log: createJsonLog(process.stderr),
  });
  const server = await listen(createServer(gateway.handle).on('upgrade', gateway.upgrade), config);
  const { port } = server.address() as AddressInfo;
  return {
    greeting: await greet(`http://localhost:${port}`, demoIssuer, stack.exampleBirthDate),
    stop: async () => {
      gateway.hangUp();
      await closeServer(server);
      await gateway.close();
      await audit.close();
      await stack.stop();
    },
  };
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

function listen(server: Server, { port, host }: GatewayConfig): Promise<Server> {
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
