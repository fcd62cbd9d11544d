import type { Metrics } from '../metrics/createMetrics';
import { isStream, type Answer } from '../operation/answer';
import { codeOf } from '../operation/codeOf';
import type { Plugin } from '../operation/pipeline';
import type { Incoming } from '../operation/stages';

/** Times each operation, and counts the subscriptions that are open. */
export function useMetrics(metrics: Metrics): Plugin<Incoming, Incoming> {
  return async (incoming, next) => {
    const start = performance.now();
    const reply = await next(incoming);
    const kind = incoming.trace.kind ?? 'unknown';
    const outcome = isStream(reply) ? 'OK' : outcomeOf(reply);
    metrics.operationEnded(kind, outcome, (performance.now() - start) / 1_000);
    return isStream(reply) ? count(reply, metrics) : reply;
  };
}

const outcomeOf = ({ errors }: Answer): string =>
  errors && errors.length > 0 ? String(codeOf(errors[0]) ?? 'INTERNAL') : 'OK';

async function* count(stream: AsyncIterable<Answer>, metrics: Metrics): AsyncGenerator<Answer> {
  metrics.streamOpened();
  try {
    yield* stream;
  } finally {
    metrics.streamClosed();
  }
}
