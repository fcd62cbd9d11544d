import { setImmediate } from 'node:timers/promises';
import type { Bench } from '../../bench';
import { describeMachine } from '../../report/describeMachine';
import { createAskedWorld } from './askedWorld';
import { askWorld } from './askWorld';
import { drawQuestions, unregisteredShare } from './drawQuestions';
import { toOutcome, toTables } from './summarise';

/** A question per so many children, and at most so many questions. */
const childrenPerQuestion = 5;
const mostQuestions = 20_000;
const seed = 7;

/** How often the hub would name a wrong child, in generated worlds of the sizes asked for. */
export const calibration: Bench = {
  about: 'how often identification names a wrong child, in generated worlds (--children 1000000: an hour)',
  run: async ({ options, signal, say, print }) => {
    print(`# matching-calibration\n\n${describeMachine()}.\n`);
    // Noon: the same world whenever it is drawn on one day.
    const now = new Date(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
    for (const children of options.children) {
      const world = createAskedWorld(children, seed, now);
      const count = Math.min(mostQuestions, children / childrenPerQuestion);
      say(`Drawing ${count} questions about ${children} children …`);
      const questions = drawQuestions(world, children, count, now);
      const asked = await askWorld(world, questions, now.toISOString().slice(0, 10), async (passed) => {
        if (passed % 10_000 === 0) say(`  ${passed} children`);
        await setImmediate();
        signal.throwIfAborted();
      });
      print(`## ${children} children, ${100 * unregisteredShare} % of those asked about in no register\n`);
      print(`${toTables(asked.map((each) => toOutcome(each, children)))}\n`);
    }
  },
};
