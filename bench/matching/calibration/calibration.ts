import { setImmediate } from 'node:timers/promises';
import type { Bench, BenchCall } from '../../bench';
import { describeMachine } from '../../report/describeMachine';
import { createAskedWorld } from './askedWorld';
import { askWorld } from './askWorld';
import { drawQuestions, unregisteredShare } from './drawQuestions';
import { toOutcome, toTables, type Outcome } from './summarise';

/** A question per so many children, and at most so many questions to one world. */
const childrenPerQuestion = 5;
const mostQuestions = 15_000;
/** Worlds of each size; what came of them is counted together. */
const seeds = [21, 22, 23];

/** How often the hub would name a wrong child, in generated worlds of the sizes asked for. */
export const calibration: Bench = {
  about: 'how often identification names a wrong child, in generated worlds (--children 1000000: hours)',
  run: async (call) => {
    const { options, print } = call;
    print(`# matching-calibration\n\n${describeMachine()}.\n`);
    // Noon: the same worlds whenever they are drawn on one day.
    const now = new Date(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
    for (const children of options.children) {
      const outcomes: Outcome[] = [];
      for (const seed of seeds) outcomes.push(...(await askOneWorld(children, seed, now, call)));
      const share = `${100 * unregisteredShare} % of those asked about in no register`;
      print(`## ${seeds.length} worlds of ${children} children, ${share}\n`);
      print(`${toTables(outcomes)}\n`);
    }
  },
};

async function askOneWorld(
  children: number,
  seed: number,
  now: Date,
  { signal, say }: BenchCall,
): Promise<Outcome[]> {
  const world = createAskedWorld(children, seed, now);
  const count = Math.min(mostQuestions, children / childrenPerQuestion);
  say(`Drawing ${count} questions about ${children} children, world ${seed} …`);
  const questions = drawQuestions(world, children, count, now);
  const asked = await askWorld(world, questions, now.toISOString().slice(0, 10), async (passed) => {
    if (passed % 10_000 === 0) say(`  ${passed} children`);
    await setImmediate();
    signal.throwIfAborted();
  });
  return asked.map((each) => toOutcome(each, children));
}
