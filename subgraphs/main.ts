import { join } from 'node:path';
import { addressVariable } from '../schema/protocol/addressVariable';
import { createJsonLog } from '../schema/protocol/jsonLog';
import { startTracing } from '../schema/protocol/tracing/startTracing';
import { createHttpSubgraph } from '../schema/protocol/transports/httpSubgraph';
import { agencySubgraphs, subgraphNames, type SubgraphName } from '../schema/protocol/vocabulary';
import { subgraphPorts } from './ports';
import { readHubKey } from './hubKey';
import { startEmbeddedPostgres } from './shared/database/embeddedPostgres';
import type { EventLogAddress } from './shared/outbox/eventPublisher';
import { listen } from './shared/server/listen';
import { closeSubgraphs, startSubgraphs } from './startSubgraphs';

/** One subgraph as its own process: `npm run start:subgraph -- police`. */
async function main(): Promise<void> {
  const name = process.argv[2] as SubgraphName;
  if (!subgraphNames.includes(name)) {
    throw new Error(`Which subgraph? npm run start:subgraph -- ${subgraphNames.join(' | ')}`);
  }
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const endTracing = await startTracing(`skyddsnat-${name}`, process.env);
  const dataDir = process.env['DATA_DIR'] || '.data';
  const embedded = process.env[addressVariable(name)]
    ? null
    : await startEmbeddedPostgres({ dataDir: join(dataDir, name), databases: [name] });
  const url = process.env[addressVariable(name)] || (embedded?.urls[name] as string);
  const agencyTimeoutMs = Number(process.env['AGENCY_TIMEOUT_MS'] || 2_000);
  const subgraphs = await startSubgraphs({
    names: [name],
    databaseUrls: { [name]: url },
    ...readHubKey(name, dataDir, process.env),
    ...(name === 'identification' && { peers: readPeers(agencyTimeoutMs), hubSettings: process.env }),
    agencyTimeoutMs,
    ...readEventLog(process.env),
    eraseExpired: process.env['RETENTION'] !== 'off',
    log: toLines(createJsonLog(process.stderr)),
  });
  const subgraph = subgraphs.get(name)!;
  const port = process.env['PORT'] ? Number(process.env['PORT']) : subgraphPorts[name];
  const server = await listen(subgraph, port, process.env['HOST'] || '127.0.0.1');
  say(`${name} is ready on http://localhost:${server.port}/graphql`);
  const stop = async (): Promise<void> => {
    await server.close();
    await closeSubgraphs(subgraphs);
    await embedded?.stop();
    await endTracing();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

/** Without either the events stay in the outbox until the subgraph is started with one. */
function readEventLog(env: NodeJS.ProcessEnv): { events?: () => EventLogAddress } {
  const { NATS_URL: nats, DATABASE_URL_EVENTS: postgres } = env;
  if (nats) return { events: () => ({ nats }) };
  return postgres ? { events: () => ({ postgres }) } : {};
}

/** Faults are told as JSON, a start's progress in words. */
function toLines(log: (line: Readonly<Record<string, unknown>>) => void): (text: string) => void {
  return (text) =>
    log(
      text.startsWith('{')
        ? (JSON.parse(text) as object as Record<string, unknown>)
        : { event: 'note', text },
    );
}

/** The hub's own graph finds the agencies at SUBGRAPH_URL_<AGENCY>, by default on this machine. */
function readPeers(timeoutMs: number): object {
  return Object.fromEntries(
    agencySubgraphs.map((agency) => {
      const url =
        process.env[`SUBGRAPH_URL_${agency.toUpperCase()}`] ||
        `http://localhost:${subgraphPorts[agency]}/graphql`;
      return [agency, createHttpSubgraph(agency, url, { timeoutMs }).transport];
    }),
  );
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
