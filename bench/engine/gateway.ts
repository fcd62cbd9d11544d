import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchCall } from '../bench';
import { driveLoad } from '../load/driveLoad';
import { driveSteady } from '../load/driveSteady';
import { describeMachine } from '../report/describeMachine';
import { composeShop } from './composeShop';
import { apolloGateway, findContestants, peersFolder, type Contestant } from './contestants';
import { canPin, pinLoad } from './pinning';
import { growth, questionsOf, scenarios, threeHopsScenario, type Scenario } from './scenarios';
import { startServer, type BenchServer } from './startServer';
import { throughputOf, toGrowthTable, toSteadyTable, toTable, type Run, type Steady } from './tables';

/** The bare engine, beside schemas that need no federation and peers that somebody has installed. */
export const gatewayBench: Bench = {
  about: 'the federation engine: throughput, latency, memory, beside the peers of bench/peers',
  run: async (call) => {
    setMaxListeners(0, call.signal);
    const pin = canPin();
    if (pin) pinLoad();
    const where = pin
      ? 'the server on a processor of its own, subgraphs and load on another'
      : 'server, subgraphs and load share the processors';
    call.print(`# gateway\n\n${describeMachine()}; ${where}; medians of ${rounds} rounds, taken in turn.\n`);
    const folder = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
    const subgraphs = await startServer('servers/subgraphs', [], {}, { measured: false, pin });
    try {
      const supergraph = join(folder, 'supergraph.graphql');
      writeFileSync(supergraph, composeShop(subgraphs.address));
      await measureAll({ supergraph, pin, call, answers: new Map() });
    } finally {
      await subgraphs.stop();
      rmSync(folder, { recursive: true });
    }
  },
};

/** What a measurement goes by. */
interface Course {
  readonly supergraph: string;
  readonly pin: boolean;
  readonly call: BenchCall;
  /** What each scenario is answered, by whoever came first. */
  readonly answers: Map<string, string>;
}

const rounds = 3;
const warmUpSeconds = 2;

async function measureAll(course: Course): Promise<void> {
  const { call } = course;
  const contestants = findContestants(process.env);
  const runs: Run[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    call.say(`Round ${round} of ${rounds} …`);
    for (const contestant of contestants) {
      await withServer(contestant, course, async (server) => {
        for (const scenario of scenarios) runs.push(await measure(server, contestant, scenario, course));
      });
    }
  }
  call.print(toTable(runs));
  const peak = throughputOf(runs, threeHopsScenario.name, apolloGateway);
  if (!Number.isNaN(peak)) call.print(toSteadyTable(await measureSteady(contestants, peak / 2, course)));
  call.print(toGrowthTable(await measureGrowth(contestants, course)));
}

/** How long answers take at one and the same pace, which leaves everybody room. */
async function measureSteady(
  contestants: readonly Contestant[],
  rate: number,
  course: Course,
): Promise<Steady[]> {
  const { signal, options, say } = course.call;
  const steady: Steady[] = [];
  for (const contestant of contestants.filter(({ shape }) => shape === 'HTTP')) {
    say(`${contestant.name}, ${Math.round(rate)} requests a second …`);
    await withServer(contestant, course, async ({ address }) => {
      const load = { address, questions: questionsOf(threeHopsScenario), rate, signal };
      await driveSteady({ ...load, seconds: warmUpSeconds });
      steady.push({
        ...(await driveSteady({ ...load, seconds: options.seconds })),
        contestant: contestant.name,
        rate,
      });
    });
  }
  return steady;
}

async function measureGrowth(contestants: readonly Contestant[], course: Course): Promise<Run[]> {
  const runs: Run[] = [];
  for (const contestant of contestants) {
    await withServer(contestant, course, async (server) => {
      for (const scenario of growth) runs.push(await measure(server, contestant, scenario, course));
    });
  }
  return runs;
}

async function withServer(
  { program, arguments: argumentsFor, flags }: Contestant,
  { supergraph, pin, call }: Course,
  use: (server: BenchServer) => Promise<void>,
): Promise<void> {
  call.signal.throwIfAborted();
  const env = { SUPERGRAPH: supergraph, NODE_ENV: 'bench', BENCH_PEERS_DIR: peersFolder(process.env) };
  const server = await startServer(program, argumentsFor(supergraph), env, { measured: true, pin }, flags);
  try {
    await use(server);
  } finally {
    await server.stop();
  }
}

async function measure(
  server: BenchServer,
  { name }: Contestant,
  scenario: Scenario,
  { call, answers }: Course,
): Promise<Run> {
  const { options, signal, say } = call;
  const questions = questionsOf(scenario);
  const answer = await askOnce(server.address, questions[0]!);
  const expected = answers.get(scenario.name) ?? answer;
  answers.set(scenario.name, expected);
  if (answer !== expected) throw new Error(`${name} gives another answer in "${scenario.name}"`);
  const load = { address: server.address, questions, connections: scenario.connections, signal };
  await driveLoad({ ...load, seconds: warmUpSeconds });
  const before = server.cpuMs();
  const result = await driveLoad({ ...load, seconds: options.seconds });
  say(`${name}, ${scenario.name}: ${Math.round(result.throughput)} answers per second`);
  return {
    ...result,
    scenario: scenario.name,
    contestant: name,
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
