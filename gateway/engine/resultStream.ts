import type { ExecutionResult } from 'graphql';

export interface ResultStreamOptions<Event> {
  answer(event: Event): Promise<ExecutionResult>;
  /** The last result when the source breaks. */
  answerBroken(): Promise<ExecutionResult>;
}

/**
 * One result per event of the source. Unlike a generator's, its `return` does not wait for the event that may never
 * come: it aborts `closing` (and with it `signal`), ends the source, and lets a pending `next` end at once.
 */
export function createResultStream<Event>(
  source: AsyncIterable<Event>,
  { closing, signal }: { closing: AbortController; signal: AbortSignal },
  { answer, answerBroken }: ResultStreamOptions<Event>,
): AsyncIterableIterator<ExecutionResult> {
  const events = source[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  // No `Promise.race` with the end: that would keep every result until then.
  let leave: () => void = () => undefined;
  signal.addEventListener('abort', () => leave());
  let broken = false;
  const readEvent = async (): Promise<IteratorResult<ExecutionResult>> => {
    let event: IteratorResult<Event>;
    try {
      event = await events.next();
    } catch {
      if (signal.aborted) return done;
      broken = true;
      return { done: false, value: await answerBroken() };
    }
    return event.done ? done : { done: false, value: await answer(event.value) };
  };
  const close = async () => {
    closing.abort();
    void Promise.resolve(events.return?.()).catch(() => undefined);
    return done;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => {
      if (broken || signal.aborted) return Promise.resolve(done);
      return new Promise((resolve, reject) => {
        leave = () => resolve(done);
        readEvent().then(resolve, reject);
      });
    },
    return: close,
    throw: close,
  };
}
