import type { ExecutionResult } from 'graphql';
import { isStream, type Answer, type Reply } from '../operation/answer';
import { toResult } from './toResult';

/**
 * A reply as the protocol libraries take it: one result, or a stream that ends at once when they end it. A generator
 * alone would first wait for the event that may never come.
 *
 * @param onEnd called when the reply is complete, or was ended
 */
export function toCancellable(
  reply: Reply,
  controller: AbortController,
  onEnd: () => void,
): ExecutionResult | AsyncGenerator<ExecutionResult> {
  // The libraries know a result by its `data`.
  if (!isStream(reply)) {
    onEnd();
    return { data: null, ...toResult({ ...reply, http: undefined }) };
  }
  const answers = reply[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    controller.abort();
    onEnd();
    void answers.return?.().catch(() => undefined);
    return { done: true, value: undefined };
  };
  const stream = {
    [Symbol.asyncIterator]: () => stream,
    next: async () => {
      const next = (await answers.next()) as IteratorResult<Answer>;
      if (next.done) {
        onEnd();
        return { done: true as const, value: undefined };
      }
      return { done: false as const, value: toResult({ ...next.value, http: undefined }) };
    },
    return: end,
    throw: end,
  };
  return stream as unknown as AsyncGenerator<ExecutionResult>;
}
