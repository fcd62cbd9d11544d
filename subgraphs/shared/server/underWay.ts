/** The calls that a subgraph is answering, so that nothing they use is closed under them. */
export interface UnderWay {
  /** @throws when it is closing: the call is not begun */
  run<T>(call: () => Promise<T>): Promise<T>;
  /** Begins no further call; resolves when the last has ended. */
  close(): Promise<void>;
}

export function createUnderWay(name: string): UnderWay {
  const calls = new Set<Promise<unknown>>();
  let closing = false;
  return {
    run: async (call) => {
      if (closing) throw new Error(`${name} is stopping`);
      const running = call();
      calls.add(running);
      try {
        return await running;
      } finally {
        calls.delete(running);
      }
    },
    close: async () => {
      closing = true;
      await Promise.allSettled(calls);
    },
  };
}
