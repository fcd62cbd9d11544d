import { setTimeout } from 'node:timers/promises';

/** In milliseconds; longer than most searches take, so that most such answers leave after one. */
const slotMs = 50;

/** How long an answer that tells of nobody waits, in milliseconds, when it has taken so long. */
export function untilNeutralMoment(spentMs: number): number {
  return slotMs - (spentMs % slotMs);
}

/**
 * Waits for the next moment at which answers that tell of nobody leave. A search that compares several children, or
 * finds one whom nobody may be told of, takes a little longer than one that finds none; whoever asks again and again
 * could tell them apart by that.
 *
 * @param begun when the question came, by `performance.now()`
 */
export async function neutralMoment(begun: number): Promise<void> {
  await setTimeout(untilNeutralMoment(performance.now() - begun));
}
