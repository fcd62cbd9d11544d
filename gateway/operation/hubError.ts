import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../schema/protocol/errorCodes';

export interface Wording {
  readonly sv: string;
  readonly en: string;
}

/** An error that tells a person what to do next. `extensions.messageSv` is the Swedish text. */
export function hubError(
  code: ErrorCode,
  text: Wording,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(text.en, { extensions: { code, messageSv: text.sv, ...details } });
}

/** The code of a public error, undefined for anything else. */
export function codeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? error.extensions['code'] : undefined;
}
