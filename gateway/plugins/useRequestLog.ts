import type { Log } from '../log';
import { isStream, type Answer, type Reply } from '../operation/answer';
import type { Plugin } from '../operation/pipeline';
import type { Incoming } from '../operation/stages';
import { codeOf } from '../operation/codeOf';

/** One line for each operation: who in which role, why, how long, how it ended. Never a variable or a value. */
export function useRequestLog(log: Log, now: () => Date): Plugin<Incoming, Incoming> {
  return async (incoming, next) => {
    const reply = await next(incoming);
    const { id, method, receivedAt } = incoming;
    const { personal: _personal, ...trace } = incoming.trace;
    const durationMs = now().getTime() - receivedAt.getTime();
    log({ level: 'info', event: 'operation', id, method, ...trace, durationMs, ...outcomeOf(reply) });
    return reply;
  };
}

function outcomeOf(reply: Reply): Record<string, unknown> {
  if (isStream(reply)) return { status: 200, stream: true };
  return { status: reply.http?.status ?? 200, ...codesOf(reply) };
}

function codesOf({ errors }: Answer): Record<string, unknown> {
  return errors && errors.length > 0 ? { codes: [...new Set(errors.map(codeOf))] } : {};
}
