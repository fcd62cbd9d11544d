import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { createDemoIssuer } from '../../gateway/identity/demoIssuer';
import { storyChildId } from '../../subgraphs/demo/stories';
import type { Bench, BenchCall } from '../bench';
import { removeDataDir } from '../measured/removeDataDir';
import { startMeasured, type MeasuredProcess } from '../measured/startMeasured';
import { hubFlags } from '../measured/startMeasuredHub';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { percentile } from '../report/percentile';
import { timeEntriesAlone } from './entriesAlone';
import { openSubscribers, type Subscribers } from './subscribers';

/** Live updates of the hub, beside graphql-sse over an in-memory list. */
export const updates: Bench = {
  about: 'case updates to many subscribers: latency, memory, rate, beside bare graphql-sse in memory',
  run: async (call) => {
    call.print(`# updates\n\n${describeMachine()}; server, PostgreSQL and all subscribers share it.\n`);
    const dataDir = mkdtempSync(join(tmpdir(), 'skyddsnat-bench-updates-'));
    try {
      const rows: string[][] = [];
      for (const size of call.options.subscribers) {
        call.signal.throwIfAborted();
        const floor = await measureFloor(dataDir, size, call);
        const hub = await measureHub(dataDir, size, call);
        const entries = await measureEntries(dataDir, size);
        rows.push(
          toRow(size, 'hub', hub, floor),
          toRow(size, 'graphql-sse in memory', floor, floor),
          toRow(size, 'the hub’s entries alone', entries, floor),
        );
      }
      call.print(formatTable(columns, rows));
    } finally {
      removeDataDir(dataDir);
    }
  },
};

const columns = [
  'subscribers',
  'server',
  'p50 ms',
  'p99 ms',
  'p50, times the floor',
  'deliveries/s',
  'µs of processor per delivery',
  'KiB live per idle subscriber',
  'KiB resident',
];
/** Events measured one at a time, after some that only warm up; then so many at once. */
const firstSubscribers = 100;
const warmUps = 2;
const warmDeliveries = 10_000;
const single = 9;
const idleMs = 2_000;
const burst = 5;
/** Systems that the subscribers are the streams of. */
const systems = 50;

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly deliveriesPerSecond: number;
  /** Of the server's process, without PostgreSQL's. */
  readonly processorUs: number;
  readonly liveKib: number;
  readonly residentKib: number;
}

function toRow(size: number, server: string, own: Measured, floor: Measured): string[] {
  const ratio = (own.p50 / floor.p50).toFixed(1);
  const { p50, p99, deliveriesPerSecond, processorUs, liveKib, residentKib } = own;
  return [
    formatNumber(size),
    server,
    ...[p50, p99].map(formatNumber),
    ratio,
    ...[deliveriesPerSecond, processorUs, liveKib, residentKib].map(formatNumber),
  ];
}

/** The part of the hub's work that every delivery must wait for, by itself. */
async function measureEntries(dataDir: string, size: number): Promise<Measured> {
  const events = { warm: Math.ceil(warmDeliveries / size), events: single };
  const latencies = [...(await timeEntriesAlone(dataDir, size, events))].sort((one, other) => one - other);
  const none = { deliveriesPerSecond: NaN, processorUs: NaN, liveKib: NaN, residentKib: NaN };
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), ...none };
}

async function measureFloor(dataDir: string, size: number, call: BenchCall): Promise<Measured> {
  const program = join(__dirname, 'floor', 'main.js');
  const server = await startMeasured({ program, env: {}, log: join(dataDir, 'floor.log') });
  const publish = async (id: string): Promise<void> => void (await fetch(`${server.address}/publish/${id}`));
  try {
    return await measure(server, size, () => ({}), publish, call);
  } finally {
    await server.stop();
  }
}

async function measureHub(dataDir: string, size: number, call: BenchCall): Promise<Measured> {
  const env = { DATA_DIR: dataDir, PORT: '0' };
  const program = join(__dirname, '..', '..', 'gateway', 'main.js');
  const server = await startMeasured({ program, flags: hubFlags, env, log: join(dataDir, 'hub.log') });
  const issuer = await createDemoIssuer(dataDir);
  const headers = await Promise.all(
    [...Array(systems).keys()].map(async (index) => ({
      authorization: `Bearer ${await issuer.issue({ role: 'INTEGRATOR', municipality: '2580', sub: `system-${index}` })}`,
      'x-purpose': 'CASE_WORK',
      'x-case-reference': 'BENCH-1',
    })),
  );
  const outbox = await openOutbox(dataDir);
  const publish = async (id: string): Promise<void> => {
    await outbox.query(
      `INSERT INTO outbox (id, type, child, occurred_at, recorded_at) VALUES ($1, 'FOUND', $2, now(), now())`,
      [id, storyChildId('open-case')],
    );
  };
  try {
    return await measure(
      server,
      size,
      (index) => headers[index % systems]!,
      publish,
      call,
      call.options.profile,
    );
  } finally {
    await outbox.end();
    await server.stop();
  }
}

/** An event is what a change of an agency writes: the police's database of the hub's embedded PostgreSQL. */
async function openOutbox(dataDir: string): Promise<Client> {
  const { police } = JSON.parse(readFileSync(join(dataDir, 'passwords.json'), 'utf8')) as { police: string };
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const client = new Client({ connectionString: `postgres://police:${police}@127.0.0.1:${port}/police` });
  await client.connect();
  return client;
}

async function measure(
  server: MeasuredProcess,
  size: number,
  headersOf: (index: number) => Record<string, string>,
  publish: (id: string) => Promise<void>,
  { say }: BenchCall,
  profile: string | null = null,
): Promise<Measured> {
  await warmUp(server, headersOf, publish);
  const before = await server.held();
  const subscribers = await openSubscribers(server.address, size, headersOf);
  // What connecting leaves under way is no idle subscriber's.
  await setTimeout(idleMs);
  const idle = await server.held();
  const toKib = (one: number, other: number): number => ((one - other) * 1_024) / size;
  say(`${size} subscribers are connected …`);
  try {
    const latencies: number[] = [];
    // A server that has just started runs its own code slowly for thousands of deliveries.
    for (let warm = 0; warm < Math.max(warmUps * size, warmDeliveries); warm += size) {
      await deliver(subscribers, publish);
    }
    for (let event = 0; event < single; event++) latencies.push(...(await deliver(subscribers, publish)));
    if (profile) await server.startProfile();
    const { cpuMs } = await server.usage();
    const since = performance.now();
    const ids = [...Array(burst)].map(() => randomUUID());
    const receiving = ids.map((id) => subscribers.receive(id, since));
    for (const id of ids) await publish(id);
    await Promise.all(receiving);
    const deliveriesPerSecond = (burst * size * 1_000) / (performance.now() - since);
    const processorUs = (((await server.usage()).cpuMs - cpuMs) * 1_000) / (burst * size);
    if (profile) writeFileSync(`${profile}-${size}.cpuprofile`, JSON.stringify(await server.stopProfile()));
    latencies.sort((one, other) => one - other);
    const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
    say(`… p50 ${formatNumber(p50)} ms, ${formatNumber(deliveriesPerSecond)} deliveries/s`);
    return {
      p50,
      p99,
      deliveriesPerSecond,
      processorUs,
      liveKib: toKib(idle.live, before.live),
      residentKib: toKib(idle.resident, before.resident),
    };
  } finally {
    subscribers.close();
  }
}

/** What a server makes once, however many come, is no subscriber's. */
async function warmUp(
  server: MeasuredProcess,
  headersOf: (index: number) => Record<string, string>,
  publish: (id: string) => Promise<void>,
): Promise<void> {
  const first = await openSubscribers(server.address, firstSubscribers, headersOf);
  for (let event = 0; event < warmUps; event++) await deliver(first, publish);
  first.close();
}

/** One event to all; milliseconds until each had it. */
async function deliver(
  subscribers: Subscribers,
  publish: (id: string) => Promise<void>,
): Promise<readonly number[]> {
  const id = randomUUID();
  const since = performance.now();
  await publish(id);
  return subscribers.receive(id, since);
}
