import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchCall } from '../bench';
import { driveLoad } from '../load/driveLoad';
import type { LoadResult } from '../load/loadResult';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { composeShop } from './composeShop';
import { findContestants, type Contestant } from './contestants';
import { growth, scenarios, type Scenario } from './scenarios';
import { startServer, type BenchServer } from './startServer';

/** The bare engine, beside schemas that need no federation and peers that somebody has installed. */
export const engine: Bench = {
  about: 'the federation engine: throughput, latency, memory; peers from BENCH_PEERS_DIR',
  run: async (call) => {
    setMaxListeners(0, call.signal);
    call.print(`# engine\n\n${describeMachine()}; server, subgraphs and load share it.\n`);
    const folder = mkdtempSync(join(tmpdir(), 'bench-engine-'));
    const subgraphs = await startServer('servers/subgraphs', [], {});
    try {
      const supergraph = join(folder, 'supergraph.graphql');
      writeFileSync(supergraph, composeShop(subgraphs.address));
      await measureAll(supergraph, call);
    } finally {
      await subgraphs.stop();
      rmSync(folder, { recursive: true });
    }
  },
};

interface Row extends LoadResult {
  readonly scenario: string;
  readonly contestant: string;
  readonly bytes: number;
  readonly cpuMs: number;
  readonly peakMemory: number;
}

const warmUpSeconds = 3;

async function measureAll(supergraph: string, call: BenchCall): Promise<void> {
  const peers = process.env.BENCH_PEERS_DIR;
  const rows: Row[] = [];
  const answers = new Map<string, string>();
  for (const contestant of findContestants(process.env)) {
    const env: Record<string, string> = { SUPERGRAPH: supergraph, NODE_ENV: 'bench' };
    if (peers) env.BENCH_PEERS_DIR = peers;
    const profile = process.env.PROFILE_DIR;
    if (profile && rows.length === 0) env.PROFILE_DIR = profile;
    const server = await startServer(contestant.program, contestant.arguments(supergraph), env);
    try {
      const asked = rows.length === 0 ? [...scenarios, ...growth] : scenarios;
      for (const scenario of asked) rows.push(await measure(server, contestant, scenario, answers, call));
    } finally {
      await server.stop();
    }
  }
  call.print(toTable(rows));
}

async function measure(
  server: BenchServer,
  { name }: Contestant,
  { name: scenario, query, connections }: Scenario,
  answers: Map<string, string>,
  { options, signal, say }: BenchCall,
): Promise<Row> {
  const question = {
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  };
  const answer = await askOnce(server.address, question);
  const expected = answers.get(scenario) ?? answer;
  answers.set(scenario, expected);
  if (answer !== expected) throw new Error(`${name} gives another answer in "${scenario}"`);
  const load = { address: server.address, questions: [question], connections, signal };
  await driveLoad({ ...load, seconds: warmUpSeconds });
  const before = server.cpuMs();
  const result = await driveLoad({ ...load, seconds: options.seconds });
  say(`${name}, ${scenario}: ${Math.round(result.throughput)} answers per second`);
  return {
    ...result,
    scenario,
    contestant: name,
    bytes: answer.length,
    cpuMs: (server.cpuMs() - before) / result.answers,
    peakMemory: server.peakMemory(),
  };
}

/** The data alone: what else a server adds must not count as another answer. */
async function askOnce(address: string, { headers, body }: { headers: HeadersInit; body: string }) {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return JSON.stringify({ data });
}

function toTable(rows: readonly Row[]): string {
  const head = [
    'scenario',
    'server',
    'answers/s',
    'p50 ms',
    'p99 ms',
    'CPU ms/answer',
    'peak MiB',
    'KB',
    'failures',
  ];
  const names = [...new Set(rows.map(({ scenario }) => scenario))];
  return formatTable(
    head,
    names
      .flatMap((name) => rows.filter(({ scenario }) => scenario === name))
      .map((row) => [
        row.scenario,
        row.contestant,
        ...[row.throughput, row.p50, row.p99, row.cpuMs, row.peakMemory, row.bytes / 1_000].map(formatNumber),
        String(row.failures),
      ]),
  );
}
