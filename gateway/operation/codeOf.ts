import { GraphQLError } from 'graphql';

/** The code of a public error, undefined for anything else. */
export function codeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? error.extensions['code'] : undefined;
}
