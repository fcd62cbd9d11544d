import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds; Node has no shorter timer. */
const tickMs = 1;

/**
 * Resolves once this process has nothing to do but wait for others, `atMostMs` milliseconds from now at the latest, or
 * when it is told.
 */
export async function untilIdle(atMostMs: number, told: AbortSignal): Promise<void> {
  const end = performance.now() + atMostMs;
  let since: number;
  do {
    since = idleMs();
    await pause(tickMs, undefined, { signal: told }).catch(() => undefined);
  } while (!told.aborted && idleMs() - since < tickMs / 2 && performance.now() < end);
}

/** How long its event loop has waited for events so far. */
function idleMs(): number {
  return performance.eventLoopUtilization().idle;
}
