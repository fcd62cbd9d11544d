import { GraphQLError } from 'graphql';
import type { ErrorCode } from './errorCodes';
import type { Text } from './text';

/** An error a person must act on: what was got, where, what to do next. `extensions.messageSv` is the Swedish text. */
export function hubError(
  code: ErrorCode,
  text: Text,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(text.en, { extensions: { code, messageSv: text.sv, ...details } });
}
