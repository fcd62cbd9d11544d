import type { Metrics } from '../metrics/createMetrics';
import { isStream, mapStream, type Answer } from '../operation/answer';
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
    if (!isStream(reply)) return reply;
    metrics.streamOpened();
    return mapStream(reply, { ended: () => metrics.streamClosed() });
  };
}

const outcomeOf = ({ errors }: Answer): string =>
  errors && errors.length > 0 ? String(codeOf(errors[0]) ?? 'INTERNAL') : 'OK';
