import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { isStream, type Answer } from '../operation/answer';
import type { Handler } from '../operation/pipeline';
import type { Incoming } from '../operation/stages';
import { decodeHeader } from './decodeHeader';
import { toResult } from './toResult';
import { hubError } from '../../schema/protocol/hubError';

/** Hands each operation that arrives over HTTP to the pipeline, and its answer back. */
export function useOperations(answer: Handler<Incoming>, now: () => Date): Plugin {
  return {
    onParams({ setParamsHandler }) {
      setParamsHandler(async ({ params, request }) => {
        const reply = await answer(toIncoming(params, request, now()));
        return isStream(reply) ? toResults(reply) : toResult(reply);
      });
    },
  };
}

function toIncoming(params: GraphQLParams, request: Request, receivedAt: Date): Incoming {
  const { headers, method } = request;
  const { query, operationName, variables } = params;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw hubError(
      'BAD_USER_INPUT',
      { sv: 'operationName ska vara en text.', en: 'operationName must be a string.' },
      { http: { status: 400 } },
    );
  }
  return {
    id: randomUUID(),
    receivedAt,
    method: method === 'GET' ? 'GET' : 'POST',
    query: query ?? '',
    operationName: operationName || null,
    variables: variables ?? {},
    credentials: {
      authorization: headers.get('authorization'),
      purpose: headers.get('x-purpose'),
      caseReference: decodeHeader(headers.get('x-case-reference')),
    },
    signal: request.signal,
    trace: {},
  };
}

async function* toResults(stream: AsyncIterable<Answer>): AsyncGenerator<ExecutionResult> {
  for await (const answer of stream) yield toResult({ ...answer, http: undefined });
}
