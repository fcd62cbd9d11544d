import { SpanKind, trace } from '@opentelemetry/api';
import { inSpan } from '../../schema/protocol/tracing/inSpan';
import { isStream } from '../operation/answer';
import { codeOf } from '../operation/codeOf';
import type { Plugin } from '../operation/pipeline';
import type { Incoming } from '../operation/stages';

/** One span for each operation, around those of the agencies' calls; it carries the id that the logs carry, too. */
export function useTrace(): Plugin<Incoming, Incoming> {
  return (incoming, next) =>
    inSpan('operation', SpanKind.SERVER, { 'skyddsnat.operation.id': incoming.id }, async () => {
      const reply = await next(incoming);
      const { kind, purpose } = incoming.trace;
      const code = isStream(reply) ? undefined : codeOf(reply.errors?.[0]);
      trace.getActiveSpan()?.setAttributes({
        'graphql.operation.type': kind,
        'skyddsnat.purpose': purpose,
        'error.type': typeof code === 'string' ? code : undefined,
      });
      return reply;
    });
}
