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
export function useOperations(
  answer: Handler<Incoming>,
  now: () => Date,
  noteImpersonal: (request: Request) => void,
): Plugin {
  return {
    onParams({ params, request, setParams, setParamsHandler }) {
      // A document that is sent by its hash has no text, which is checked for after this.
      if (params.query === undefined && readDocumentId(params, request) !== null)
        setParams({ ...params, query: '' });
      setParamsHandler(async ({ params, request }) => {
        const incoming = toIncoming(params, request, now());
        const reply = await answer(incoming);
        if (incoming.trace.personal === false) noteImpersonal(request);
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
    documentId: readDocumentId(params, request),
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

/** As `documentId`, or as Apollo's clients send it. */
function readDocumentId(
  params: GraphQLParams & { documentId?: unknown },
  { method, url }: Request,
): string | null {
  const persisted = params.extensions?.['persistedQuery'] as { sha256Hash?: unknown } | null | undefined;
  const id = params.documentId ?? persisted?.sha256Hash;
  if (typeof id === 'string') return id;
  return method === 'GET' ? new URL(url).searchParams.get('documentId') : null;
}

async function* toResults(stream: AsyncIterable<Answer>): AsyncGenerator<ExecutionResult> {
  for await (const answer of stream) yield toResult({ ...answer, http: undefined });
}
