import { writeFileSync } from 'node:fs';
import type { Bench, BenchCall } from '../bench';
import { describeMachine } from '../report/describeMachine';
import type { MeasuredProcess } from '../measured/startMeasured';
import { generateWorld } from '../../subgraphs/demo/generateWorld';
import { storyChildren } from '../../subgraphs/demo/stories';
import { formatNumber } from '../report/formatNumber';
import { breakDown } from './breakDown';
import { measure } from './measure';
import { drawQuestions, ways, type Questions } from './questions';
import { openRegisters, type Registers } from './registers';
import { toTable, type Row } from './table';
import { compareAnswers } from './sameAnswers';
import { withServers } from './withServers';

/** The main query at the hub, beside the same work in hand-written SQL. */
export const foundChild: Bench = {
  about: 'the main query: throughput, latency, memory, beside hand-written SQL without a hub',
  run: async (call) => {
    call.print(`# found-child\n\n${describeMachine()}; hub, floor, PostgreSQL and load share it.\n`);
    const registers = await openRegisters();
    try {
      await measureSizes(registers, call);
    } finally {
      await registers.close();
    }
  },
};

/** Kept warm before anything counts: the first seconds compile. */
const warmUpSeconds = 5;
const connectionCounts = [1, 8];

async function measureSizes(registers: Registers, call: BenchCall): Promise<void> {
  const { options, signal, say, print } = call;
  const now = new Date();
  const [smallest, ...larger] = options.children as [number, ...number[]];
  const firstWorld = generateWorld({ children: smallest, seed: 1, now });
  const growth = larger.map((size, index) =>
    generateWorld({ children: size - options.children[index]!, seed: index + 2, now }),
  );
  for (const [index, children] of [[...storyChildren(now), ...firstWorld], ...growth].entries()) {
    const size = options.children[index]!;
    say(`Loading up to ${size} children …`);
    const rate = await registers.load(children, signal);
    print(
      `\n## ${formatNumber(size)} children\n\nLoaded into the four registers at ${Math.round(rate)} a second.`,
    );
    const questions = await drawQuestions(firstWorld, smallest, registers.dataDir);
    await withServers(registers, say, (hub, floor) => measureServers(hub, floor, questions, size, call));
  }
}

async function measureServers(
  hub: MeasuredProcess,
  floor: MeasuredProcess,
  questions: Questions,
  size: number,
  call: BenchCall,
): Promise<void> {
  const same = await keepSame(hub, floor, questions, call);
  const rows = [
    ...(await measureServer('hub', hub, size, same, call)),
    ...(await measureServer('SQL by hand', floor, size, same, call)),
  ];
  call.print(`\n${toTable(rows)}`);
  if (size === call.options.children.at(-1)) await profileHub(hub, same, call);
}

async function keepSame(
  hub: MeasuredProcess,
  floor: MeasuredProcess,
  questions: Questions,
  { signal, say, print }: BenchCall,
): Promise<Questions> {
  const kept = [];
  for (const way of ways) {
    const compared = await compareAnswers(hub.address, floor.address, questions[way], signal);
    const { same, noMatch, withheld, different, faults } = compared;
    print(
      `Of ${questions[way].length} questions by ${way}, ${same.length} have the same answer about a child from both, ` +
        `${noMatch} no unique match, ${withheld} are withheld by the hub, ${different} differ, ${faults.length} fail.`,
    );
    new Set(faults).forEach((fault) => say(`  ${fault}`));
    if (same.length === 0)
      throw new Error(`No question by ${way} has the same answer from both: nothing to compare.`);
    kept.push([way, same] as const);
  }
  return Object.fromEntries(kept) as unknown as Questions;
}

async function measureServer(
  server: string,
  process: MeasuredProcess,
  children: number,
  questions: Questions,
  { options, signal, say }: BenchCall,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const way of ways) {
    say(`${server}, ${children} children, by ${way}: warming up …`);
    await measure(process, { questions: questions[way], connections: 8, seconds: warmUpSeconds, signal });
    for (const connections of connectionCounts) {
      const load = { questions: questions[way], connections, seconds: options.seconds, signal };
      const measurement = await measure(process, load);
      say(
        `  ${connections} connections: ${Math.round(measurement.throughput)} answers per second, ${measurement.failures} failures`,
      );
      rows.push({ children, way, connections, server, ...measurement });
    }
  }
  return rows;
}

const profileSeconds = 5;

async function profileHub(hub: MeasuredProcess, questions: Questions, call: BenchCall): Promise<void> {
  const { options, signal, say, print } = call;
  for (const way of ways) {
    say(`hub, by ${way}: sampling where the time goes …`);
    await hub.startProfile();
    const { answers } = await measure(hub, {
      questions: questions[way],
      connections: 8,
      seconds: profileSeconds,
      signal,
    });
    const profile = await hub.stopProfile();
    if (options.profile)
      writeFileSync(`${options.profile}-${way.replaceAll(' ', '-')}.cpuprofile`, JSON.stringify(profile));
    print(
      `\nWhere the hub's main thread spends its time, asked by ${way} over 8 connections:\n\n${breakDown(profile, answers)}`,
    );
  }
}
