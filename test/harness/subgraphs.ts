import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createHttpSubgraph } from '../../schema/protocol/transports/httpSubgraph';
import { projectFolder } from '../../schema/files';
import type { SubgraphTransport } from '../../schema/protocol/transport';
import { agencySubgraphs, subgraphNames, type SubgraphName } from '../../schema/protocol/vocabulary';
import { closeSubgraphs, startSubgraphs } from '../../subgraphs/startSubgraphs';
import type { EventLogAddress } from '../../subgraphs/shared/outbox/eventPublisher';
import type { Recorder } from './hub';

export interface TestSubgraphs {
  readonly transports: Readonly<Record<SubgraphName, SubgraphTransport>>;
  close(): Promise<void>;
}

interface StartOptions {
  readonly urls: Readonly<Record<SubgraphName, string>>;
  readonly signingKey: string;
  readonly verifyKey: string;
  readonly agencyTimeoutMs: number;
  readonly recorder: Recorder;
  readonly hubSettings: Readonly<Record<string, string>>;
  readonly events?: EventLogAddress;
  readonly now?: () => Date;
}

/** All subgraphs in this process; the hub's own questions to the agencies go through the recorder, too. */
export async function startInProcess(options: StartOptions): Promise<TestSubgraphs> {
  const { urls, signingKey, agencyTimeoutMs, recorder, hubSettings, events, now } = options;
  const common = {
    databaseUrls: urls,
    signingKey,
    agencyTimeoutMs,
    hubSettings,
    onStatement: recorder.onStatement,
    log: recorder.log,
    ...(events && { events: () => events }),
    ...(now && { now }),
  };
  const agencies = await startSubgraphs({ ...common, names: agencySubgraphs });
  const ways = Object.fromEntries(
    [...agencies].map(([name, { answer }]) => [name, recorder.observe(name, answer)]),
  ) as Record<SubgraphName, SubgraphTransport>;
  const hub = await startSubgraphs({ ...common, names: ['identification'], peers: ways });
  const answer = hub.get('identification')!.answer;
  return {
    transports: { ...ways, identification: recorder.observe('identification', answer) },
    close: async () => {
      await closeSubgraphs(hub);
      await closeSubgraphs(agencies);
    },
  };
}

/** Each subgraph a process of its own, found over HTTP, with nothing but its own database and the key it needs. */
export async function startProcesses(options: StartOptions): Promise<TestSubgraphs> {
  const { signingKey, verifyKey, recorder, agencyTimeoutMs, urls, hubSettings } = options;
  const eventLog = toSettings(options.events);
  const started = new Map<SubgraphName, StartedProcess>();
  const start = async (name: SubgraphName, env: Record<string, string>): Promise<void> => {
    started.set(
      name,
      await startProcess(name, { [`DATABASE_URL_${name.toUpperCase()}`]: urls[name], ...eventLog, ...env }),
    );
  };
  await Promise.all(agencySubgraphs.map((name) => start(name, { GATEWAY_VERIFY_KEY: verifyKey })));
  const addresses = [...started].map(([name, { address }]) => [
    `SUBGRAPH_URL_${name.toUpperCase()}`,
    address,
  ]);
  await start('identification', {
    GATEWAY_SIGNING_KEY: signingKey,
    ...hubSettings,
    ...Object.fromEntries(addresses),
  });
  const ways = new Map(
    [...started].map(([name, { address }]) => [
      name,
      createHttpSubgraph(name, address, { timeoutMs: agencyTimeoutMs * 3 }),
    ]),
  );
  return {
    transports: Object.fromEntries(
      subgraphNames.map((name) => [name, recorder.observe(name, ways.get(name)!.transport)]),
    ) as TestSubgraphs['transports'],
    close: async () => {
      await Promise.all([...ways.values()].map((way) => way.close()));
      await Promise.all([...started.values()].map(({ child }) => stop(child)));
    },
  };
}

function toSettings(events: EventLogAddress | undefined): Record<string, string> {
  if (!events) return {};
  return 'nats' in events ? { NATS_URL: events.nats } : { DATABASE_URL_EVENTS: events.postgres };
}

interface StartedProcess {
  readonly child: ChildProcess;
  readonly address: string;
}

/** Starts `npm run start:subgraph -- NAME` from the source, on a free port, and waits for its ready line. */
async function startProcess(name: SubgraphName, env: Record<string, string>): Promise<StartedProcess> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'subgraphs/main.ts', name], {
    cwd: projectFolder(),
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr! })) {
    lines.push(line);
    const address = /ready on (\S+)/.exec(line)?.[1];
    if (!address) continue;
    child.stderr!.resume();
    return { child, address };
  }
  throw new Error(`${name} did not start:\n${lines.join('\n')}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}
