import { createClient } from 'graphql-sse';
import { Pool } from 'undici';
import { SubgraphUnavailable, type SubgraphResponse } from '../../../schema/protocol/transport';
import { isJsonObject } from '../bare';
import type { EngineRequest, EngineTransport } from './engineTransport';
import { PostFailed, postOnPool, type PoolAnswer } from './postOnPool';

export interface HttpTransportOptions {
  /** The longest wait for a whole answer, in milliseconds. @default 10000 */
  readonly timeout?: number;
  /** Connections kept open to the subgraph. @default 64 */
  readonly connections?: number;
  /** The largest answer taken, in bytes. @default 16 MiB */
  readonly maxResponseSize?: number;
  /** Headers of a call, such as who asks. @default none */
  readonly headers?: (request: EngineRequest) => Record<string, string>;
}

/** A transport that must be closed when it is no longer used. */
export interface HttpTransport extends EngineTransport {
  close(): Promise<void>;
}

/** GraphQL over HTTP on kept connections; subscriptions as server-sent events, one request each. */
export function createHttpTransport(
  subgraph: string,
  url: string,
  {
    timeout = 10_000,
    connections = 64,
    maxResponseSize = 16 * 1024 * 1024,
    headers,
  }: HttpTransportOptions = {},
): HttpTransport {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections,
    maxResponseSize,
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
  const path = pathname + search;
  const send = async (request: EngineRequest): Promise<SubgraphResponse> => {
    const { query, operationName, variables, signal } = request;
    const body = JSON.stringify({ query, operationName, variables });
    const own = headers ? { ...headers(request), ...jsonHeaders } : jsonHeaders;
    let answer: PoolAnswer;
    try {
      answer = await postOnPool(pool, { path, headers: own, body, timeout, signal });
    } catch (cause) {
      const reason = cause instanceof PostFailed ? cause.reason : 'REFUSED';
      throw new SubgraphUnavailable(subgraph, reason, { cause });
    }
    return readResponse(subgraph, answer);
  };
  return Object.assign(send, {
    subscribe: (request: EngineRequest) => subscribeBySse(url, request, headers?.(request) ?? {}),
    close: () => pool.close(),
  });
}

const jsonHeaders = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};

/** A body with `data` or `errors` is an answer whatever the status; anything else is none. */
function readResponse(subgraph: string, { statusCode, text }: PoolAnswer): SubgraphResponse {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new SubgraphUnavailable(subgraph, 'BROKEN', { cause });
  }
  if (!isJsonObject(parsed) || (!isJsonObject(parsed.data) && !Array.isArray(parsed.errors))) {
    throw new SubgraphUnavailable(subgraph, 'BROKEN', { cause: `status ${statusCode}` });
  }
  return parsed;
}

function subscribeBySse(
  url: string,
  { query, operationName, variables, signal }: EngineRequest,
  headers: Record<string, string>,
): AsyncIterable<SubgraphResponse> {
  const client = createClient({ url, headers, retryAttempts: 0 });
  const results = client.iterate({ query, operationName, variables });
  signal?.addEventListener('abort', () => void results.return?.(), { once: true });
  return results as AsyncIterable<SubgraphResponse>;
}
