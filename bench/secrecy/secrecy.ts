import { join } from 'node:path';
import { request } from 'undici';
import { generateWorld } from '../../subgraphs/demo/generateWorld';
import { storyChildren } from '../../subgraphs/demo/stories';
import type { Bench, BenchCall } from '../bench';
import { measure, type Measurement } from '../foundChild/measure';
import { drawQuestions } from '../foundChild/questions';
import { openRegisters, type Registers } from '../foundChild/registers';
import type { HttpQuestion } from '../load/driveLoad';
import { startMeasured, type MeasuredProcess } from '../measured/startMeasured';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { protections, withoutVariable, type Protection } from './protections';

/** What each protection costs the main query, by doing without it. */
export const secrecy: Bench = {
  about: 'the main query with policies, row security, the agencies’ logs and audit, and without each',
  run: async (call) => {
    call.print(`# secrecy\n\n${describeMachine()}; hub, PostgreSQL and load share it.\n`);
    const registers = await openRegisters();
    try {
      await measureVariants(registers, call);
    } finally {
      await registers.close();
    }
  },
};

const all = Object.keys(protections) as Protection[];
const variants: readonly (readonly Protection[])[] = [[], ...all.map((one) => [one]), all];
const warmUpSeconds = 4;
const connections = 8;

async function measureVariants(registers: Registers, call: BenchCall): Promise<void> {
  const { options, signal, say, print } = call;
  const now = new Date();
  const size = options.children[0]!;
  const world = generateWorld({ children: size, seed: 1, now });
  say(`Loading ${size} children …`);
  await registers.load([...storyChildren(now), ...world], signal);
  const questions = await withHub(registers, [], async (hub) => {
    const drawn = (await drawQuestions(world, size, registers.dataDir))['dossier number'];
    return keepTold(hub, drawn);
  });
  const measured = new Map(variants.map((without) => [without, [] as Measurement[]]));
  // There and back again, so that what grows in the course of the run falls on all alike.
  for (const without of [...variants, ...variants.toReversed()]) {
    say(`${nameOf(without)} …`);
    const measurement = await withHub(registers, without, async (hub) => {
      await measure(hub, { questions, connections, seconds: warmUpSeconds, signal });
      return measure(hub, { questions, connections, seconds: options.seconds, signal });
    });
    say(`  ${Math.round(measurement.throughput)} answers per second, ${measurement.failures} failures`);
    measured.get(without)!.push(measurement);
  }
  print(`${formatNumber(size)} children, ${questions.length} questions by dossier number, 8 connections.\n`);
  print(toTable(measured));
}

async function withHub<T>(
  { dataDir, urls }: Registers,
  without: readonly Protection[],
  use: (hub: MeasuredProcess) => Promise<T>,
): Promise<T> {
  const databases = Object.entries(urls).map(([name, url]) => [`DATABASE_URL_${name.toUpperCase()}`, url]);
  const hub = await startMeasured({
    program: join(__dirname, '..', '..', 'gateway', 'main.js'),
    preload: [join(__dirname, 'disarm.js')],
    env: {
      ...(Object.fromEntries(databases) as Record<string, string>),
      ...{ PORT: '0', DATA_DIR: dataDir, SEARCH_BUDGET_FACTOR: '1000000' },
      [withoutVariable]: without.join(','),
    },
    log: join(dataDir, 'hub.log'),
  });
  try {
    return await use(hub);
  } finally {
    await hub.stop();
  }
}

/** Those that the whole hub answers about a child: without policies the others would be more work, not less. */
async function keepTold(hub: MeasuredProcess, questions: readonly HttpQuestion[]): Promise<HttpQuestion[]> {
  const told: HttpQuestion[] = [];
  for (const question of questions) {
    const { body } = await request(`${hub.address}/graphql`, { method: 'POST', ...question });
    const text = await body.text();
    if (text.includes('"UNIQUE_MATCH"') && !text.includes('"errors":')) told.push(question);
  }
  if (told.length === 0) throw new Error('The hub tells of nobody: nothing to measure.');
  return told;
}

function toTable(measured: ReadonlyMap<readonly Protection[], readonly Measurement[]>): string {
  const mean = (of: readonly Measurement[], figure: (one: Measurement) => number): number =>
    of.reduce((sum, one) => sum + figure(one), 0) / of.length;
  const whole = mean(measured.get(variants[0]!)!, ({ throughput }) => throughput);
  const rows = [...measured].map(([without, runs]) => {
    const throughput = mean(runs, (one) => one.throughput);
    return [
      nameOf(without),
      formatNumber(throughput),
      ...[(one: Measurement) => one.p50, (one: Measurement) => one.p99, (one: Measurement) => one.cpuMs].map(
        (figure) => formatNumber(mean(runs, figure)),
      ),
      without.length === 0 ? '–' : `${formatNumber((1 - whole / throughput) * 100)} %`,
      String(runs.reduce((sum, { failures }) => sum + failures, 0)),
    ];
  });
  const head = ['hub', 'answers/s', 'p50 ms', 'p99 ms', 'CPU ms/answer', 'throughput it costs', 'failures'];
  return formatTable(head, rows);
}

function nameOf(without: readonly Protection[]): string {
  if (without.length === 0) return 'as it is';
  return without.length === all.length ? 'without any of them' : `without ${without.join(', ')}`;
}
