import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { parse, type ExecutionResult } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Authenticator } from '../identity/createAuthenticator';
import { isStream } from '../operation/answer';
import type { Handler } from '../operation/pipeline';
import type { Incoming } from '../operation/stages';
import { toCancellable } from './cancellable';

export interface WebSocketOptions {
  readonly answer: Handler<Incoming>;
  readonly authenticate: Authenticator;
  readonly now: () => Date;
  /** The largest message, in bytes. */
  readonly bodyBytes: number;
}

export interface WebSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

type Outcome = ExecutionResult | AsyncGenerator<ExecutionResult>;

/** What tells the library whether one result or many come; the pipeline reads the client's own text. */
const one = parse('{ one }');
const many = parse('subscription { many }');

/** GraphQL over WebSocket (graphql-transport-ws). `connectionParams` carry what the HTTP headers of the same name do. */
export function createWebSockets({ answer, authenticate, now, bodyBytes }: WebSocketOptions): WebSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: bodyBytes });
  const protocol = useServer<Record<string, unknown>, { gone?: AbortController }>(
    {
      // Closed with 4403: only whoever has logged in may hold a socket.
      onConnect: async ({ connectionParams }) =>
        authenticate(readParameter(connectionParams, 'authorization')).then(
          () => true,
          () => false,
        ),
      onSubscribe: async ({ connectionParams, extra }, _id, { query, operationName, variables }) => {
        extra.gone ??= new AbortController();
        const controller = new AbortController();
        const reply = await answer({
          id: randomUUID(),
          receivedAt: now(),
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
          signal: AbortSignal.any([extra.gone.signal, controller.signal]),
          trace: {},
        });
        if (!isStream(reply) && reply.data === undefined) return reply.errors ?? [];
        const outcome: Outcome = toCancellable(reply, controller);
        return { schema: undefined as never, document: isStream(reply) ? many : one, contextValue: outcome };
      },
      execute: ({ contextValue }) => contextValue as ExecutionResult,
      subscribe: ({ contextValue }) => contextValue as AsyncGenerator<ExecutionResult>,
      onDisconnect: ({ extra }) => extra.gone?.abort(),
    },
    server,
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

/** Names as in HTTP, in any case. */
function readParameter(
  parameters: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | null {
  const found = Object.entries(parameters ?? {}).find(([key]) => key.toLowerCase() === name);
  return typeof found?.[1] === 'string' ? found[1] : null;
}
