import { generateWorld } from '../../subgraphs/demo/generateWorld';
import { storyChildren } from '../../subgraphs/demo/stories';
import type { Bench, BenchCall } from '../bench';
import { drawQuestions } from '../foundChild/questions';
import { openRegisters, type Registers } from '../foundChild/registers';
import { driveLoad, type HttpQuestion } from '../load/driveLoad';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { startParts, type Part, type Parts } from './startParts';

/** What more gateways give, and which part of the hub would be full first. */
export const scaling: Bench = {
  about: 'every part a process of its own, one gateway and two: throughput, and what each part costs',
  run: async (call) => {
    call.print(`# scaling\n\n${describeMachine()}; all processes, PostgreSQL and load share it.\n`);
    const registers = await openRegisters();
    try {
      await measureGateways(registers, call);
    } finally {
      await registers.close();
    }
  },
};

const warmUpSeconds = 4;
const connections = 8;

interface Result {
  readonly gateways: number;
  readonly throughput: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  /** Milliseconds of processor time per answer. */
  readonly costs: ReadonlyMap<Part, number>;
}

async function measureGateways(registers: Registers, call: BenchCall): Promise<void> {
  const { options, signal, say, print } = call;
  const now = new Date();
  const size = options.children[0]!;
  const world = generateWorld({ children: size, seed: 1, now });
  say(`Loading ${size} children …`);
  await registers.load([...storyChildren(now), ...world], signal);
  const results: Result[] = [];
  for (const gateways of [1, 2]) {
    say(`${gateways} gateway(s) …`);
    const parts = await startParts(registers, gateways);
    try {
      const questions = (await drawQuestions(world, size, registers.dataDir))['dossier number'];
      await ask(parts, questions, warmUpSeconds, signal);
      results.push(await measure(parts, questions, options.seconds, signal));
    } finally {
      await parts.stop();
    }
    say(`  ${Math.round(results.at(-1)!.throughput)} answers per second`);
  }
  print(`${formatNumber(size)} children, by dossier number, ${connections} connections.\n`);
  print(toTable(results));
  print(`\n${toCostTable(results)}`);
}

/** As a load balancer would: each gateway gets its share of the connections. */
async function ask(
  { gateways }: Parts,
  questions: readonly HttpQuestion[],
  seconds: number,
  signal: AbortSignal,
) {
  const share = Math.ceil(connections / gateways.length);
  return Promise.all(
    gateways.map(({ address }) => driveLoad({ address, questions, connections: share, seconds, signal })),
  );
}

async function measure(
  parts: Parts,
  questions: readonly HttpQuestion[],
  seconds: number,
  signal: AbortSignal,
): Promise<Result> {
  const before = await parts.cpuMs();
  const runs = await ask(parts, questions, seconds, signal);
  const after = await parts.cpuMs();
  const answers = runs.reduce((sum, run) => sum + run.answers, 0);
  const costs = [...after].map(([part, ms]) => [part, (ms - before.get(part)!) / answers] as const);
  return {
    gateways: runs.length,
    throughput: runs.reduce((sum, run) => sum + run.throughput, 0),
    p50: Math.max(...runs.map(({ p50 }) => p50)),
    p99: Math.max(...runs.map(({ p99 }) => p99)),
    failures: runs.reduce((sum, run) => sum + run.failures, 0),
    costs: new Map(costs),
  };
}

function toTable(results: readonly Result[]): string {
  const rows = results.map(({ gateways, throughput, p50, p99, failures }) => [
    String(gateways),
    formatNumber(throughput),
    formatNumber(p50),
    formatNumber(p99),
    String(failures),
  ]);
  return formatTable(['gateways', 'answers/s', 'p50 ms', 'p99 ms', 'failures'], rows);
}

/** What a part costs is what its processor would be full of: a second divided by it is the most answers it can give. */
function toCostTable(results: readonly Result[]): string {
  const [one] = results;
  const rows = [...one!.costs].map(([part, ms]) => [part, formatNumber(ms), formatNumber(1_000 / ms)]);
  return formatTable(['part', 'CPU ms per answer', 'answers/s that fill one processor'], rows);
}
