import {
  context,
  propagation,
  SpanStatusCode,
  trace,
  type Attributes,
  type SpanKind,
} from '@opentelemetry/api';

/**
 * Runs work as a span of the trace it belongs to; without `startTracing`, just runs it. Names and attributes say what
 * kind of work it is, never about whom: no id, no value, no message of an error.
 */
export function inSpan<T>(
  name: string,
  kind: SpanKind,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  return trace.getTracer('skyddsnat').startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Adds to headers which span the call belongs to (W3C `traceparent`). */
export function carryTrace(headers: Record<string, string>): Record<string, string> {
  propagation.inject(context.active(), headers);
  return headers;
}

/** Runs work as part of the trace that a caller named in its headers. */
export function inTraceOf<T>(headers: object, work: () => T): T {
  return context.with(propagation.extract(context.active(), headers), work);
}
