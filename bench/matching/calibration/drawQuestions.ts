import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { Random } from '../../../subgraphs/demo/world/random';
import { createQuestionDraw, type Question } from './questions';

/** Assumption: share of the children asked about whom no register holds; their siblings may be held. */
export const unregisteredShare = 0.1;

/** Draws questions about children spread over a world; another seed's children lend the other names and ages. */
export function drawQuestions(
  world: Iterable<DemoChild>,
  children: number,
  count: number,
  now: Date,
): Question[] {
  const random = new Random(11);
  const draw = createQuestionDraw(now);
  const others = generateWorld({ children: 10_000_000, seed: 8, now })[Symbol.iterator]();
  const questions: Question[] = [];
  for (const child of world) {
    if (!random.chance(count / children)) continue;
    const other = others.next().value as DemoChild;
    const question = draw(child, other, !random.chance(unregisteredShare), random);
    if (question) questions.push(question);
  }
  return questions;
}
