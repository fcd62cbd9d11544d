import { SpanKind } from '@opentelemetry/api';
import { inSpan } from './inSpan';

/** One statement as a span: what it does, such as SELECT, but not its text. */
export function traceSql<T>(sql: string, run: () => Promise<T>): Promise<T> {
  const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL';
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': verb };
  return inSpan(verb, SpanKind.CLIENT, attributes, run);
}
