import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHandler, type Request, type RequestParams } from 'graphql-sse';
import { abortWith } from '../../schema/protocol/abortWith';
import type { Authenticator } from '../identity/createAuthenticator';
import type { Handler } from '../operation/pipeline';
import type { Incoming } from '../operation/stages';
import { toCancellable } from './cancellable';
import { decodeHeader } from './decodeHeader';
import { responseHeaders } from './useResponseHeaders';
import { createSseConnection, type SseConnection } from './sseConnection';

export interface SseOptions {
  readonly answer: Handler<Incoming>;
  readonly authenticate: Authenticator;
  readonly now: () => Date;
  readonly bodyBytes: number;
  /** How long a client may leave what was written unread, in milliseconds. */
  readonly slowAfterMs: number;
}

export interface Sse {
  /** Whether a request is for this protocol. */
  takes(request: IncomingMessage): boolean;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** A client's own name for a stream that carries several operations. */
const tokenHeader = 'x-graphql-event-stream-token';
/** Reserved streams at once, and how long one waits for its client, in milliseconds. */
const mostReserved = 1_000;
const reservedMs = 30_000;

interface Context {
  readonly connection: SseConnection;
  /** The stream is this operation's alone. */
  readonly distinct: boolean;
}

type SseRequest = Request<IncomingMessage, Context>;

/** GraphQL over server-sent events, by its protocol: a stream for each operation, or one for all of a client's. */
export function createSse({ answer, authenticate, now, bodyBytes, slowAfterMs }: SseOptions): Sse {
  const reserved = new Map<string, SseConnection>();
  const handler = createHandler<IncomingMessage, Context>({
    authenticate: (request) =>
      request.headers.get(tokenHeader) ?? tokenInAddress(request.url) ?? randomUUID(),
    onSubscribe: async (request, params) => {
      const { gone, slow } = request.context.connection;
      const controller = new AbortController();
      const unlink = abortWith(controller, [gone]);
      const reply = await answer(toIncoming(request, params, now(), controller.signal, slow));
      return toCancellable(reply, controller, unlink) as never;
    },
    onNext: async (_context, { context: { connection, distinct } }, result) => {
      await connection.drained();
      const { cursor } = (result as { extensions?: { cursor?: string } }).extensions ?? {};
      if (distinct) connection.cursors.push(cursor ?? null);
    },
  });

  /** Whoever may reserve a stream is somebody: each holds memory until its client comes. */
  const reserve = async (request: IncomingMessage): Promise<number | null> => {
    const known = await authenticate(request.headers.authorization ?? null).then(
      () => true,
      () => false,
    );
    if (!known) return 401;
    return reserved.size < mostReserved ? null : 503;
  };
  const keep = (token: string): void => {
    const connection = createSseConnection(slowAfterMs);
    reserved.set(token, connection);
    const timer = setTimeout(() => connection.end(), reservedMs);
    timer.unref();
    connection.gone.addEventListener('abort', () => reserved.delete(token), { once: true });
  };

  return {
    takes: ({ url = '', headers: { accept = '' } }) => {
      const path = url.split('?')[0];
      return path === '/graphql/stream' || (path === '/graphql' && accept.includes('text/event-stream'));
    },
    handle: async (request, response) => {
      const refused = request.method === 'PUT' ? await reserve(request) : null;
      if (refused !== null) return void response.writeHead(refused, responseHeaders).end();
      const token = readHeader(request, tokenHeader) ?? tokenInAddress(request.url ?? '');
      const known = token === null ? undefined : reserved.get(token);
      const connection = known ?? createSseConnection(slowAfterMs);
      const [body, init] = await handler({
        method: request.method ?? 'GET',
        url: request.url ?? '/',
        headers: { get: (name) => (name === 'accept' ? readAccept(request) : readHeader(request, name)) },
        body: () => readBody(request, bodyBytes),
        raw: request,
        context: { connection, distinct: known === undefined },
      });
      if (init.status === 201 && typeof body === 'string') keep(body);
      response.writeHead(init.status, { ...init.headers, ...responseHeaders });
      if (body === null || typeof body === 'string') return void response.end(body ?? undefined);
      await connection.write(body, response);
    },
  };
}

/** The library takes this one value alone for the wish to be streamed to. */
function readAccept(request: IncomingMessage): string | null {
  const { accept } = request.headers;
  return accept?.includes('text/event-stream') ? 'text/event-stream' : (accept ?? null);
}

function readHeader({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join() : (value ?? null);
}

function tokenInAddress(url: string): string | null {
  return new URL(url, 'http://localhost').searchParams.get('token');
}

function toIncoming(
  request: SseRequest,
  params: RequestParams,
  receivedAt: Date,
  signal: AbortSignal,
  slow: AbortSignal,
): Incoming {
  const header = (name: string): string | null => request.headers.get(name) ?? null;
  return {
    id: randomUUID(),
    receivedAt,
    method: request.method === 'GET' ? 'GET' : 'POST',
    query: params.query,
    operationName: params.operationName ?? null,
    variables: params.variables ?? {},
    credentials: {
      authorization: header('authorization'),
      purpose: header('x-purpose'),
      caseReference: decodeHeader(header('x-case-reference')),
    },
    lastEventId: header('last-event-id'),
    signal,
    slow,
    trace: {},
  };
}

async function readBody(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new Error(`The body is larger than ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
