import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { generateWorld } from '../../subgraphs/demo/generateWorld';
import { storyChildren } from '../../subgraphs/demo/stories';
import type { Bench, BenchCall } from '../bench';
import { measure, type Measurement } from '../foundChild/measure';
import { drawQuestions } from '../foundChild/questions';
import { openRegisters, type Registers } from '../foundChild/registers';
import type { HttpQuestion } from '../load/driveLoad';
import type { MeasuredProcess } from '../measured/startMeasured';
import { askedAlone, startMeasuredHub } from '../measured/startMeasuredHub';
import { confidenceOf } from '../report/confidence';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { percentile } from '../report/percentile';
import { mean } from '../report/spread';
import { protections, withoutVariable, type Protection } from './protections';

/** What each protection costs the main query, by doing without it. */
export const secrecy: Bench = {
  about: 'the main query with policies, row security, the agencies’ logs and audit, and without each',
  run: async (call) => {
    call.print(`# secrecy\n\n${describeMachine()}; hubs, PostgreSQL and load share it.\n`);
    const variants: Variant[] = [];
    try {
      await loadVariants(variants, call);
      await measureVariants(variants, call);
    } finally {
      for (const variant of variants) {
        await stop(variant);
        await variant.registers.close();
      }
    }
  },
};

const all = Object.keys(protections) as Protection[];
/**
 * As long as every hub is at work before it is measured: what a protection runs has to be compiled as well, and a hub in
 * use runs for months.
 */
const warmUpSeconds = 45;
const connections = 8;
/** At which the machine is full: what is noted for many operations is then written together. */
const manyConnections = 32;
/** So many rounds, in each of which both hubs of a pair have their turn: the machine's own pace changes within seconds. */
const rounds = 15;
/** Between turns, in milliseconds: what a hub still does after its last answer is not to fall on the next. */
const pauseMs = 200;

/** A hub on registers of its own: what one publishes afterwards of its reads is no other's work. */
interface Variant {
  readonly without: readonly Protection[];
  readonly registers: Registers;
  questions: readonly HttpQuestion[];
  /** While it runs: a hub that nobody asks has work of its own all the same. */
  hub?: MeasuredProcess;
}

/** The whole hub and another, measured in turn. */
interface Pair {
  readonly name: string;
  readonly connections: number;
  /** Of each start of the two, round by round. */
  readonly starts: readonly Turns[];
}

interface Turns {
  readonly whole: readonly Measurement[];
  readonly rest: readonly Measurement[];
}

async function loadVariants(loaded: Variant[], { options, signal, say }: BenchCall): Promise<void> {
  const now = new Date();
  const size = options.children[0]!;
  const world = generateWorld({ children: size, seed: 1, now });
  for (const without of [[], ...all.map((one) => [one]), all]) {
    say(`Loading ${size} children for the hub ${nameOf(without)} …`);
    const variant: Variant = { without, registers: await openRegisters(), questions: [] };
    loaded.push(variant);
    const { registers } = variant;
    await registers.load([...storyChildren(now), ...world], signal);
    variant.questions = (await drawQuestions(world, size, registers.dataDir))['dossier number'];
  }
}

async function measureVariants(
  [whole, ...others]: readonly Variant[],
  { options, signal, say, print }: BenchCall,
): Promise<void> {
  await restart(whole!);
  const told = await findTold(whole!);
  const drive = ({ hub, questions }: Variant, driven: number, seconds: number): Promise<Measurement> => {
    const load = { questions: told.map((index) => questions[index]!), connections: driven, seconds, signal };
    return measure(hub!, load);
  };
  const takeTurns = (other: Variant, driven: number): Promise<Turns> =>
    measurePair(whole!, other, async (variant) => {
      await pause(pauseMs, undefined, { signal });
      return drive(variant, driven, options.seconds / 10);
    });
  const pairs: Pair[] = [];
  for (const other of others) {
    const name = nameOf(other.without);
    const few: Turns[] = [];
    const many: Turns[] = [];
    // What all protections cost together is to be known best: two processes of one hub differ by some percent.
    const startsOf = other.without === all ? options.starts : 1;
    for (let start = 1; start <= startsOf; start += 1) {
      say(`The hub ${name}, in turn with the whole one, start ${start} of ${startsOf} …`);
      for (const variant of [whole!, other]) {
        await restart(variant);
        await drive(variant, connections, warmUpSeconds);
      }
      few.push(await takeTurns(other, connections));
      if (other.without === all) many.push(await takeTurns(other, manyConnections));
    }
    await stop(other);
    pairs.push({ name, connections, starts: few });
    if (many.length > 0) pairs.push({ name, connections: manyConnections, starts: many });
  }
  print(`${formatNumber(options.children[0]!)} children, ${told.length} questions by dossier number.\n`);
  print(toTable(pairs));
}

async function stop(variant: Variant): Promise<void> {
  await variant.hub?.stop();
  delete variant.hub;
}

async function restart(variant: Variant): Promise<void> {
  await stop(variant);
  variant.hub = await startMeasuredHub(variant.registers, {
    preload: [join(__dirname, 'disarm.js')],
    env: { ...askedAlone, [withoutVariable]: variant.without.join(',') },
  });
}

async function measurePair(
  whole: Variant,
  other: Variant,
  drive: (variant: Variant) => Promise<Measurement>,
): Promise<Turns> {
  const turns = { whole: [] as Measurement[], rest: [] as Measurement[] };
  for (let round = 0; round < rounds; round += 1) {
    // Forth and back, so that neither always follows the other.
    if (round % 2 === 0) turns.whole.push(await drive(whole));
    turns.rest.push(await drive(other));
    if (round % 2 === 1) turns.whole.push(await drive(whole));
  }
  return turns;
}

/**
 * The places of those questions that the whole hub answers about a child: without policies the others would be more
 * work, not less.
 */
async function findTold({ hub, questions }: Variant): Promise<number[]> {
  const told: number[] = [];
  for (const [index, question] of questions.entries()) {
    const { body } = await request(`${hub!.address}/graphql`, { method: 'POST', ...question });
    const text = await body.text();
    if (text.includes('"UNIQUE_MATCH"') && !text.includes('"errors":')) told.push(index);
  }
  if (told.length === 0) throw new Error('The hub tells of nobody: nothing to measure.');
  return told;
}

function toTable(pairs: readonly Pair[]): string {
  const rows = pairs.flatMap((pair) => [
    toRow(nameOf([]), pair, ({ whole }) => whole, '–'),
    toRow(pair.name, pair, ({ rest }) => rest, tellCost(pair)),
  ]);
  const head = [
    'hub',
    'connections',
    'answers/s',
    'p50 ms',
    'p99 ms',
    'CPU ms/answer',
    'throughput it costs (95 %)',
    'failures',
  ];
  return formatTable(head, rows);
}

function toRow(
  name: string,
  { connections: driven, starts: turns }: Pair,
  measuredIn: (turns: Turns) => readonly Measurement[],
  cost: string,
): string[] {
  const runs = turns.flatMap(measuredIn);
  const sorted = runs.flatMap(({ latencies }) => latencies).sort((one, other) => one - other);
  const figures = [
    mean(runs.map(({ throughput }) => throughput)),
    percentile(sorted, 0.5),
    percentile(sorted, 0.99),
    mean(runs.map(({ cpuMs }) => cpuMs)),
  ];
  const failures = runs.reduce((sum, run) => sum + run.failures, 0);
  return [name, String(driven), ...figures.map(formatNumber), cost, String(failures)];
}

/**
 * Of the same round each: the mean of the ratios' logarithms, and where it lies with 95 percent, by how the starts differ
 * or, of one start, its rounds.
 */
function tellCost({ starts }: Pair): string {
  const ratios = starts.map(({ whole, rest }) =>
    whole.map(({ throughput }, round) => Math.log(throughput / rest[round]!.throughput)),
  );
  const { mean: middle, half } = confidenceOf(ratios.length > 1 ? ratios.map(mean) : ratios[0]!);
  const toCost = (ratio: number): string => ((1 - Math.exp(ratio)) * 100).toFixed(1);
  return `${toCost(middle)} % (${toCost(middle + half)} to ${toCost(middle - half)})`;
}

function nameOf(without: readonly Protection[]): string {
  if (without.length === 0) return 'as it is';
  return without.length === all.length ? 'without any of them' : `without ${without.join(', ')}`;
}
