import type { GraphQLError } from 'graphql';
import { hubError, type Wording } from '../errors';

/** An input that cannot be used: which part of it, and what would do instead. */
export function badInput(field: string, text: Wording): GraphQLError {
  return hubError('BAD_USER_INPUT', text, { field });
}
