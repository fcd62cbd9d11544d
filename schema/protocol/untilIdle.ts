import { performance } from 'node:perf_hooks';

/** In milliseconds; Node has no shorter timer. */
const tickMs = 1;

/** A wait that whoever began it may end. */
export interface Wait {
  readonly over: Promise<void>;
  end(): void;
}

/** Waits until this process has nothing to do but wait for others, `atMostMs` milliseconds at the most. */
export function untilIdle(atMostMs: number): Wait {
  const latest = performance.now() + atMostMs;
  let resolve!: () => void;
  const over = new Promise<void>((settle) => (resolve = settle));
  let since = idleMs();
  const timer = setInterval(() => {
    const before = since;
    since = idleMs();
    if (since - before >= tickMs / 2 || performance.now() >= latest) end();
  }, tickMs);
  const end = (): void => {
    clearInterval(timer);
    resolve();
  };
  return { over, end };
}

/** How long its event loop has waited for events so far. */
function idleMs(): number {
  return performance.eventLoopUtilization().idle;
}
