import { GraphQLError } from 'graphql';
import type { Log } from '../log';
import { isErrorCode } from '../operation/httpStatus';
import { toPublicError } from '../operation/publicError';
import { hubError } from '../../schema/protocol/hubError';

/** Public errors for what goes wrong before an operation is known: a body that is no JSON, a missing query. */
export function maskHttpError(error: unknown, log: Log): GraphQLError {
  if (error instanceof GraphQLError && isErrorCode(error.extensions['code'])) return error;
  if (error instanceof GraphQLError && error.extensions['http']) return asUserInput(error);
  // A GET whose `variables` are no JSON.
  if (error instanceof SyntaxError) return asUserInput(new GraphQLError('A parameter is not valid JSON.'));
  const masked = toPublicError(error, 'before-operation', log);
  return new GraphQLError(masked.message, { extensions: { ...masked.extensions, http: { status: 500 } } });
}

function asUserInput({ message, extensions }: GraphQLError): GraphQLError {
  const text = { sv: `Begäran går inte att läsa: ${message}`, en: message };
  // Not GraphQL's fault but HTTP's, whichever content type the client accepts.
  return hubError('BAD_USER_INPUT', text, {
    http: { status: 400, ...(extensions['http'] as object), spec: false },
  });
}
