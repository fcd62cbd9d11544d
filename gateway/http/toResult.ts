import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Answer } from '../operation/answer';

/** An answer as a GraphQL result. */
export function toResult({ data, errors, extensions, http }: Answer): ExecutionResult {
  const [first, ...others] = errors ?? [];
  return {
    ...(first && { errors: [http ? withStatus(first, http) : first, ...others] }),
    ...(data !== undefined && { data }),
    ...(extensions && { extensions }),
  };
}

/** Yoga takes the status from here and does not send this member on. */
function withStatus(error: GraphQLError, http: NonNullable<Answer['http']>): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions, http } });
}
