import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { parse, type ExecutionResult } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { abortWith } from '../../schema/protocol/abortWith';
import type { Authenticator } from '../identity/createAuthenticator';
import { readExpiry } from '../identity/readExpiry';
import { isStream } from '../operation/answer';
import type { Handler } from '../operation/pipeline';
import type { Incoming } from '../operation/stages';
import { toCancellable } from './cancellable';
import { clientTooSlow, createSocketEnd, loginExpired, type SocketEnd, type SocketEnding } from './endSocket';
import { watchSocket } from './watchSocket';

export interface WebSocketOptions {
  readonly answer: Handler<Incoming>;
  readonly authenticate: Authenticator;
  readonly now: () => Date;
  /** The largest message, in bytes. */
  readonly bodyBytes: number;
  /** How long a client may leave what it was sent unread, in milliseconds. */
  readonly slowAfterMs: number;
}

export interface WebSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/** An open socket of somebody who has logged in. */
interface Opened {
  /** Aborted when the client has gone. */
  readonly gone: AbortController;
  /** See `watchSocket`. */
  readonly slow: AbortSignal;
  readonly end: SocketEnd;
}

type Extra = Record<'opened', Opened>;
type SocketContext = Context<Record<string, unknown>, { socket: WebSocket } & Partial<Extra>>;

type Outcome = ExecutionResult | AsyncGenerator<ExecutionResult>;

/** The longest that a timer runs, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** What tells the library whether one result or many come; the pipeline reads the client's own text. */
const one = parse('{ one }');
const many = parse('subscription { many }');

/**
 * GraphQL over WebSocket (graphql-transport-ws). `connectionParams` carry what the HTTP headers of the same name do. A
 * socket lives no longer than the login it was opened with.
 */
export function createWebSockets(options: WebSocketOptions): WebSockets {
  const { answer, authenticate, now, bodyBytes, slowAfterMs } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: bodyBytes });
  const protocol = useServer<Record<string, unknown>, Partial<Extra>>(
    {
      // Closed with 4403: only whoever has logged in may hold a socket.
      onConnect: async (context) => {
        const authorization = readParameter(context.connectionParams, 'authorization');
        const principal = await authenticate(authorization).catch(() => null);
        if (!principal) return false;
        context.extra.opened = open(context, slowAfterMs, readExpiry(authorization) - now().getTime());
        return true;
      },
      onSubscribe: async (context, _id, payload) => {
        const controller = new AbortController();
        const unlink = abortWith(controller, [context.extra.opened!.gone.signal]);
        const reply = await answer(toIncoming(context, payload, now(), controller.signal));
        if (!isStream(reply) && reply.data === undefined) return reply.errors ?? [];
        const outcome: Outcome = toCancellable(reply, controller, unlink);
        return { schema: undefined as never, document: isStream(reply) ? many : one, contextValue: outcome };
      },
      execute: ({ contextValue }) => contextValue as ExecutionResult,
      subscribe: ({ contextValue }) => contextValue as AsyncGenerator<ExecutionResult>,
      onComplete: ({ extra, subscriptions }, id) => {
        const others = Object.keys(subscriptions).filter((key) => key !== id);
        extra.opened?.end.operationOver(others.length);
      },
      onDisconnect: ({ extra }) => extra.opened?.gone.abort(),
    },
    server,
    // Pinged by `watchSocket`.
    0,
  );
  return {
    upgrade: (request, socket, head) => {
      if (request.url?.split('?')[0] !== '/graphql') return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    close: async () => {
      for (const client of server.clients) setTimeout(() => client.terminate(), 2_000).unref();
      await protocol.dispose();
    },
  };
}

/** @param validMs how long the login is valid */
function open({ extra, subscriptions }: SocketContext, slowAfterMs: number, validMs: number): Opened {
  const end = createSocketEnd(extra.socket);
  const gone = new AbortController();
  const slow = watchSocket(extra.socket, slowAfterMs);
  const begin = (ending: SocketEnding): void => end.begin(ending, Object.keys(subscriptions).length);
  slow.addEventListener('abort', () => begin(clientTooSlow));
  void pause(Math.min(longestTimer, validMs), undefined, { signal: gone.signal }).then(
    () => begin(loginExpired),
    () => undefined,
  );
  return { end, gone, slow };
}

function toIncoming(
  { connectionParams, extra }: SocketContext,
  { query, operationName, variables }: SubscribePayload,
  receivedAt: Date,
  signal: AbortSignal,
): Incoming {
  return {
    id: randomUUID(),
    receivedAt,
    method: 'WS',
    query,
    operationName: operationName ?? null,
    variables: variables ?? {},
    credentials: {
      authorization: readParameter(connectionParams, 'authorization'),
      purpose: readParameter(connectionParams, 'x-purpose'),
      caseReference: readParameter(connectionParams, 'x-case-reference'),
    },
    lastEventId: null,
    signal,
    slow: extra.opened!.slow,
    trace: {},
  };
}

/** Names as in HTTP, in any case. */
function readParameter(
  parameters: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | null {
  const found = Object.entries(parameters ?? {}).find(([key]) => key.toLowerCase() === name);
  return typeof found?.[1] === 'string' ? found[1] : null;
}
