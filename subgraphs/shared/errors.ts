import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../schema/protocol/errorCodes';

export interface Wording {
  readonly sv: string;
  readonly en: string;
}

/** An error a person must act on: what was got, where, what to do next. `extensions.messageSv` is the Swedish text. */
export function hubError(
  code: ErrorCode,
  text: Wording,
  details: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(text.en, { extensions: { code, messageSv: text.sv, ...details } });
}
