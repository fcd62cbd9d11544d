import { join } from 'node:path';
import { request } from 'undici';
import { generateWorld } from '../../subgraphs/demo/generateWorld';
import { storyChildren } from '../../subgraphs/demo/stories';
import type { Bench, BenchCall } from '../bench';
import { measure, type Measurement } from '../foundChild/measure';
import { drawQuestions } from '../foundChild/questions';
import { openRegisters, type Registers } from '../foundChild/registers';
import type { HttpQuestion } from '../load/driveLoad';
import type { MeasuredProcess } from '../measured/startMeasured';
import { manySearches, startMeasuredHub } from '../measured/startMeasuredHub';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { percentile } from '../report/percentile';
import { protections, withoutVariable, type Protection } from './protections';

/** What each protection costs the main query, by doing without it. */
export const secrecy: Bench = {
  about: 'the main query with policies, row security, the agencies’ logs and audit, and without each',
  run: async (call) => {
    call.print(`# secrecy\n\n${describeMachine()}; hub, PostgreSQL and load share it.\n`);
    const registers = await openRegisters(null, ['max_connections=600']);
    try {
      await measureVariants(registers, call);
    } finally {
      await registers.close();
    }
  },
};

const all = Object.keys(protections) as Protection[];
const variants: readonly (readonly Protection[])[] = [[], ...all.map((one) => [one]), all];
const warmUpSeconds = 12;
const connections = 8;
/** So many rounds, in each of which every hub has its turn: the machine's own pace changes within minutes. */
const rounds = 15;

async function measureVariants(registers: Registers, call: BenchCall): Promise<void> {
  const { options, signal, say, print } = call;
  const now = new Date();
  const size = options.children[0]!;
  const world = generateWorld({ children: size, seed: 1, now });
  say(`Loading ${size} children …`);
  await registers.load([...storyChildren(now), ...world], signal);
  const hubs: MeasuredProcess[] = [];
  try {
    // One after the other: the first brings the databases up to date.
    for (const [index, without] of variants.entries())
      hubs.push(await startVariant(registers, without, index));
    const drawn = (await drawQuestions(world, size, registers.dataDir))['dossier number'];
    const load = { questions: await keepTold(hubs[0]!, drawn), connections, signal };
    for (const hub of hubs) await measure(hub, { ...load, seconds: warmUpSeconds });
    const runs = variants.map((): Measurement[] => []);
    for (let round = 0; round < rounds; round += 1) {
      say(`Round ${round + 1} of ${rounds} …`);
      // Forth and back, so that nobody always follows the same other.
      const turns = [...hubs.keys()];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) {
        runs[turn]!.push(await measure(hubs[turn]!, { ...load, seconds: options.seconds / 5 }));
      }
    }
    const { length } = load.questions;
    print(`${formatNumber(size)} children, ${length} questions by dossier number, 8 connections.\n`);
    print(toTable(runs));
  } finally {
    for (const hub of hubs) await hub.stop();
  }
}

function startVariant(
  registers: Registers,
  without: readonly Protection[],
  index: number,
): Promise<MeasuredProcess> {
  return startMeasuredHub(registers, {
    preload: [join(__dirname, 'disarm.js')],
    env: { ...manySearches, [withoutVariable]: without.join(',') },
    log: join(registers.dataDir, `hub-${index}.log`),
  });
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

function toTable(runs: readonly (readonly Measurement[])[]): string {
  const whole = runs[0]!;
  const rows = runs.map((own, index) => {
    const sorted = own.flatMap(({ latencies }) => latencies).sort((one, other) => one - other);
    return [
      nameOf(variants[index]!),
      ...[
        mean(own.map(({ throughput }) => throughput)),
        percentile(sorted, 0.5),
        percentile(sorted, 0.99),
        mean(own.map(({ cpuMs }) => cpuMs)),
      ].map(formatNumber),
      index === 0 ? '–' : tellCost(whole, own),
      String(own.reduce((sum, { failures }) => sum + failures, 0)),
    ];
  });
  const head = [
    'hub',
    'answers/s',
    'p50 ms',
    'p99 ms',
    'CPU ms/answer',
    'throughput it costs (95 %)',
    'failures',
  ];
  return formatTable(head, rows);
}

/** Of the same round each: the mean of the ratios' logarithms, and where it lies with 95 percent. */
function tellCost(whole: readonly Measurement[], without: readonly Measurement[]): string {
  const ratios = whole.map(({ throughput }, round) => Math.log(throughput / without[round]!.throughput));
  const middle = mean(ratios);
  const variance = ratios.reduce((sum, ratio) => sum + (ratio - middle) ** 2, 0) / (ratios.length - 1);
  const half = studentT * Math.sqrt(variance / ratios.length);
  const toCost = (ratio: number): string => ((1 - Math.exp(ratio)) * 100).toFixed(1);
  return `${toCost(middle)} % (${toCost(middle + half)} to ${toCost(middle - half)})`;
}

/** Two-sided, 95 percent, for fifteen rounds. */
const studentT = 2.145;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function nameOf(without: readonly Protection[]): string {
  if (without.length === 0) return 'as it is';
  return without.length === all.length ? 'without any of them' : `without ${without.join(', ')}`;
}
