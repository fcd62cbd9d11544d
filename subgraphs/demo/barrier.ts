/** Where several walkers wait until all have come. */
export interface Barrier {
  /** Resolves once everybody has arrived; rejects with the signal's reason when it is given up. */
  arrive(): Promise<void>;
}

export function createBarrier(walkers: number, signal: AbortSignal): Barrier {
  let missing = walkers;
  let open: () => void;
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve;
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
  });
  // Nobody may be waiting yet when it is given up.
  opened.catch(() => undefined);
  return {
    arrive() {
      missing -= 1;
      if (missing === 0) open();
      return opened;
    },
  };
}
