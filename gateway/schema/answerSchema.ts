import { GraphQLError, type GraphQLSchema } from 'graphql';
import { maskHttpError } from '../http/maskHttpError';
import type { PlainResponse } from '../http/plainResponse';
import type { Authenticator } from '../identity/createAuthenticator';
import type { Log } from '../log';
import { httpStatusOf } from '../operation/httpStatus';
import { readPurpose } from '../operation/readPurpose';
import { filterSchema } from './filterSchema';
import { codeOf } from '../operation/codeOf';
import { hubError } from '../../schema/protocol/hubError';

export interface SchemaOptions {
  readonly schema: GraphQLSchema;
  readonly authenticate: Authenticator;
  readonly log: Log;
}

export interface SchemaRequest {
  readonly authorization: string | null;
  readonly query: URLSearchParams;
}

/**
 * `GET /schema?purpose=`: the schema as the caller's own role sees it, as SDL. It shows what could be asked for, never
 * data, and a role that is named must be the caller's own.
 */
export async function answerSchema(
  { authorization, query }: SchemaRequest,
  { schema, authenticate, log }: SchemaOptions,
): Promise<PlainResponse> {
  try {
    const { role } = await authenticate(authorization);
    const named = query.get('role');
    if (named !== null && named !== role) throw otherRole(role);
    const purpose = readPurpose(query.get('purpose'), role);
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return { status: 200, headers, body: filterSchema(schema, role, purpose) };
  } catch (error) {
    return toErrorResponse(maskHttpError(error, log));
  }
}

function otherRole(role: string): GraphQLError {
  return hubError('FORBIDDEN', {
    sv: `Schemat visas bara för din egen roll, ${role}. Utelämna role.`,
    en: `The schema is shown for your own role only, ${role}. Leave role out.`,
  });
}

function toErrorResponse(error: GraphQLError): PlainResponse {
  const { http: _http, ...extensions } = error.extensions;
  const { status, headers } = httpStatusOf(codeOf(error));
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ errors: [{ message: error.message, extensions }] }),
  };
}
