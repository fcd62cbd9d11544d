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
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { percentile } from '../report/percentile';
import { protections, withoutVariable, type Protection } from './protections';

/** What each protection costs the main query, by doing without it. */
export const secrecy: Bench = {
  about: 'the main query with policies, row security, the agencies’ logs and audit, and without each',
  run: async (call) => {
    call.print(`# secrecy\n\n${describeMachine()}; hubs, PostgreSQL and load share it.\n`);
    const measured: MeasuredVariant[] = [];
    try {
      await startVariants(measured, call);
      await measureVariants(measured, call);
    } finally {
      for (const { hub, registers } of measured) {
        await hub?.stop();
        await registers.close();
      }
    }
  },
};

const all = Object.keys(protections) as Protection[];
const variants: readonly (readonly Protection[])[] = [[], ...all.map((one) => [one]), all];
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
/**
 * What all protections cost together is to be known best: two processes of one and the same hub differ by some percent,
 * so the last pair is started anew so many times.
 */
const starts = 7;
/** Between turns, in milliseconds: what a hub still does after its last answer is not to fall on the next. */
const pauseMs = 200;

/** A hub on registers of its own: what one publishes afterwards of its reads is no other's work. */
interface MeasuredVariant {
  readonly registers: Registers;
  hub?: MeasuredProcess;
  questions: readonly HttpQuestion[];
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

async function startVariants(started: MeasuredVariant[], { options, signal, say }: BenchCall): Promise<void> {
  const now = new Date();
  const size = options.children[0]!;
  const world = generateWorld({ children: size, seed: 1, now });
  for (const without of variants) {
    say(`Loading ${size} children for the hub ${nameOf(without)} …`);
    const variant: MeasuredVariant = { registers: await openRegisters(), questions: [] };
    started.push(variant);
    const { registers } = variant;
    await registers.load([...storyChildren(now), ...world], signal);
    variant.hub = await startVariant(registers, without);
    variant.questions = (await drawQuestions(world, size, registers.dataDir))['dossier number'];
  }
}

async function measureVariants(
  measured: readonly MeasuredVariant[],
  { options, signal, say, print }: BenchCall,
): Promise<void> {
  const told = await findTold(measured[0]!);
  const drive = (turn: number, driven: number, seconds: number): Promise<Measurement> => {
    const { hub, questions } = measured[turn]!;
    const load = { questions: told.map((index) => questions[index]!), connections: driven, seconds, signal };
    return measure(hub!, load);
  };
  const takeTurns = (other: number, driven: number): Promise<Turns> =>
    measurePair(async (turn) => {
      await pause(pauseMs, undefined, { signal });
      return drive(turn, driven, options.seconds / 10);
    }, other);
  const last = variants.length - 1;
  say('Warming up …');
  for (let turn = 0; turn < last; turn += 1) await drive(turn, connections, warmUpSeconds);
  const pairs: Pair[] = [];
  for (const [turn, without] of [...variants.entries()].slice(1, last)) {
    const name = nameOf(without);
    say(`The hub ${name}, in turn with the whole one …`);
    pairs.push({ name, connections, starts: [await takeTurns(turn, connections)] });
  }
  // A hub that nobody asks has work of its own all the same.
  for (const variant of measured.slice(1, last)) await stop(variant);
  const few: Turns[] = [];
  const many: Turns[] = [];
  for (let start = 1; start <= starts; start += 1) {
    say(`The hub ${nameOf(all)}, in turn with the whole one, start ${start} of ${starts} …`);
    for (const turn of [0, last]) {
      await restart(measured[turn]!, variants[turn]!);
      await drive(turn, connections, warmUpSeconds);
    }
    few.push(await takeTurns(last, connections));
    many.push(await takeTurns(last, manyConnections));
  }
  const size = formatNumber(options.children[0]!);
  print(`${size} children, ${told.length} questions by dossier number.\n`);
  pairs.push({ name: nameOf(all), connections, starts: few });
  pairs.push({ name: nameOf(all), connections: manyConnections, starts: many });
  print(toTable(pairs));
}

async function stop(variant: MeasuredVariant): Promise<void> {
  await variant.hub?.stop();
  delete variant.hub;
}

async function restart(variant: MeasuredVariant, without: readonly Protection[]): Promise<void> {
  await stop(variant);
  variant.hub = await startVariant(variant.registers, without);
}

async function measurePair(drive: (turn: number) => Promise<Measurement>, other: number): Promise<Turns> {
  const whole: Measurement[] = [];
  const rest: Measurement[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Forth and back, so that neither always follows the other.
    if (round % 2 === 0) whole.push(await drive(0));
    rest.push(await drive(other));
    if (round % 2 === 1) whole.push(await drive(0));
  }
  return { whole, rest };
}

function startVariant(registers: Registers, without: readonly Protection[]): Promise<MeasuredProcess> {
  return startMeasuredHub(registers, {
    preload: [join(__dirname, 'disarm.js')],
    env: { ...askedAlone, [withoutVariable]: without.join(',') },
  });
}

/**
 * The places of those questions that the whole hub answers about a child: without policies the others would be more
 * work, not less.
 */
async function findTold({ hub, questions }: MeasuredVariant): Promise<number[]> {
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
  const samples = ratios.length > 1 ? ratios.map(mean) : ratios[0]!;
  const middle = mean(samples);
  const variance = samples.reduce((sum, ratio) => sum + (ratio - middle) ** 2, 0) / (samples.length - 1);
  const half = (ratios.length > 1 ? studentOfStarts : studentOfRounds) * Math.sqrt(variance / samples.length);
  const toCost = (ratio: number): string => ((1 - Math.exp(ratio)) * 100).toFixed(1);
  return `${toCost(middle)} % (${toCost(middle + half)} to ${toCost(middle - half)})`;
}

/** Two-sided, 95 percent. */
const studentOfRounds = 2.145;
const studentOfStarts = 2.447;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function nameOf(without: readonly Protection[]): string {
  if (without.length === 0) return 'as it is';
  return without.length === all.length ? 'without any of them' : `without ${without.join(', ')}`;
}
