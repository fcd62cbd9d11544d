import { errors, Pool, type Dispatcher } from 'undici';
import {
  assertionHeader,
  attestationsHeader,
  dutyClockHeader,
  referencesHeader,
  SubgraphUnavailable,
  type SubgraphRequest,
  type SubgraphResponse,
  type SubgraphTransport,
} from '../transport';
import { carryTrace } from '../tracing/inSpan';
import type { SubgraphName } from '../vocabulary';

export interface HttpSubgraph {
  readonly transport: SubgraphTransport;
  /** Whether the subgraph says that it is ready; of a server that has no `/ready`, whether it answers at all. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

export interface HttpSubgraphOptions {
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /**
   * Most connections kept open.
   * @default 64
   */
  readonly connections?: number;
}

/** A subgraph that runs elsewhere, over connections that are kept open. */
export function createHttpSubgraph(
  name: SubgraphName,
  url: string,
  { timeoutMs, connections = 64 }: HttpSubgraphOptions,
): HttpSubgraph {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections,
    connectTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const path = pathname + search;
  return {
    transport: (request) => ask(name, pool, path, request),
    isUp: () => isReady(pool, pathname, timeoutMs),
    close: () => pool.close(),
  };
}

async function ask(
  name: SubgraphName,
  pool: Pool,
  path: string,
  request: SubgraphRequest,
): Promise<SubgraphResponse> {
  try {
    const { body } = await pool.request({ method: 'POST', path, ...toHttp(request) });
    const answer = (await body.json()) as SubgraphResponse;
    if (isGraphQL(answer)) return answer;
  } catch (error) {
    throw new SubgraphUnavailable(name, reasonOf(error), { cause: error });
  }
  throw new SubgraphUnavailable(name, 'BROKEN');
}

function toHttp(request: SubgraphRequest): Pick<Dispatcher.RequestOptions, 'headers' | 'body' | 'signal'> {
  const { query, operationName, variables, assertion, attestations, references, dutyClock, signal } = request;
  return {
    headers: carryTrace({
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      [assertionHeader]: assertion,
      ...(attestations !== undefined && { [attestationsHeader]: attestations }),
      ...(references !== undefined && { [referencesHeader]: references }),
      ...(dutyClock !== undefined && { [dutyClockHeader]: dutyClock }),
    }),
    body: JSON.stringify({ query, operationName, variables }),
    signal: signal ?? null,
  };
}

function isGraphQL(answer: unknown): answer is SubgraphResponse {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
}

function reasonOf(error: unknown): SubgraphUnavailable['reason'] {
  if (error instanceof SyntaxError) return 'BROKEN';
  const late = [errors.HeadersTimeoutError, errors.BodyTimeoutError, errors.ConnectTimeoutError];
  if (late.some((kind) => error instanceof kind) || (error as Error)?.name === 'AbortError') return 'TIMEOUT';
  return (error as NodeJS.ErrnoException)?.code === 'ECONNREFUSED' ? 'REFUSED' : 'BROKEN';
}

async function isReady(pool: Pool, pathname: string, timeoutMs: number): Promise<boolean> {
  const path = pathname.replace(/[^/]*$/, 'ready');
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const { statusCode, body } = await pool.request({ method: 'GET', path, signal });
    await body.dump();
    return statusCode < 500;
  } catch {
    return false;
  }
}
