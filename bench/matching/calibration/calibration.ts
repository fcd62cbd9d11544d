import { setImmediate } from 'node:timers/promises';
import type { Bench, BenchCall } from '../../bench';
import { describeMachine } from '../../report/describeMachine';
import { createAskedWorld } from './askedWorld';
import { askWorld, type AskedQuestion } from './askWorld';
import { drawQuestions, unregisteredShare } from './drawQuestions';
import { toOutcome, toTables, type Outcome } from './summarise';

/** How many questions to each of which worlds; what came of them is counted together. */
function planFor(children: number): { seeds: readonly number[]; questions: number } {
  // In larger worlds fewer questions have an answer that is CERTAIN: to show its rate takes hours of asking.
  return children > 300_000
    ? { seeds: [43, 44, 45, 46], questions: 100_000 }
    : { seeds: [42, 43, 44, 45], questions: Math.min(50_000, children / 2) };
}

/** How often the hub would name a wrong child, in generated worlds of the sizes asked for. */
export const calibration: Bench = {
  about: 'how often identification names a wrong child, in generated worlds (--children 1000000: hours)',
  run: async (call) => {
    const { options, print } = call;
    print(`# matching-calibration\n\n${describeMachine()}.\n`);
    // Noon: the same worlds whenever they are drawn on one day.
    const now = new Date(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
    for (const children of options.children) {
      const { seeds, questions } = planFor(children);
      const [unknown, known]: [Outcome[], Outcome[]] = [[], []];
      for (const seed of seeds) {
        const asked = await askOneWorld({ children, seed, questions }, now, call);
        unknown.push(...asked.map((each) => toOutcome(each, children, false)));
        known.push(...asked.map((each) => toOutcome(each, children, true)));
      }
      const share = `${100 * unregisteredShare} % of those asked about in no register`;
      print(`## Worlds of ${children} children: ${seeds.length}; ${share}\n`);
      print(`${toTables(unknown, known)}\n`);
    }
  },
};

async function askOneWorld(
  { children, seed, questions: count }: { children: number; seed: number; questions: number },
  now: Date,
  { signal, say }: BenchCall,
): Promise<AskedQuestion[]> {
  const world = createAskedWorld(children, seed, now);
  say(`Drawing ${count} questions about ${children} children, world ${seed} …`);
  const questions = drawQuestions(world, children, count, now);
  const today = now.toISOString().slice(0, 10);
  return askWorld(world, questions, { population: children, today }, async (passed) => {
    if (passed % 10_000 === 0) say(`  ${passed} children`);
    await setImmediate();
    signal.throwIfAborted();
  });
}
