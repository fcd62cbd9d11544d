/** Ends a subscriber's waiting. Lighter than a controller of its own: a gateway holds one for each of thousands. */
export interface Ending {
  readonly has: boolean;
  /** What is called when it comes; one at a time. */
  onEnd: (() => void) | null;
  /** Nobody waits any longer. */
  forget(): void;
}

/** The longest that a timer of Node.js waits, in milliseconds: an endpoint may be followed for longer. */
const longestTimer = 2 ** 31 - 1;

/**
 * @param signals any of them ends it
 * @param after milliseconds, or Infinity
 */
export function awaitEnding(signals: readonly (AbortSignal | undefined)[], after: number): Ending {
  let timer: NodeJS.Timeout;
  const end = (): void => {
    ending.has = true;
    ending.onEnd?.();
  };
  const endAfter = (left: number): void => {
    const more = left > longestTimer;
    timer = setTimeout(() => (more ? endAfter(left - longestTimer) : end()), more ? longestTimer : left);
  };
  const ending = {
    has: signals.some((signal) => signal?.aborted),
    onEnd: null as (() => void) | null,
    forget: () => {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener('abort', end);
    },
  };
  for (const signal of signals) signal?.addEventListener('abort', end, { once: true });
  endAfter(after);
  return ending;
}
