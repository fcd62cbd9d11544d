import type { GraphQLError } from 'graphql';
import { hubError } from '../../../schema/protocol/hubError';
import type { Text } from '../../../schema/protocol/text';

/** An input that cannot be used: which part of it, and what would do instead. */
export function badInput(field: string, text: Text): GraphQLError {
  return hubError('BAD_USER_INPUT', text, { field });
}
