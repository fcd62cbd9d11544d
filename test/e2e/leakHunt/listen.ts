import { request } from 'node:http';
import { WebSocket } from 'ws';
import { headersOf, type Asker, type TestHub } from '../../harness/hub';

export const streamWays = ['SSE', 'SSE_AT_GRAPHQL', 'WS'] as const;
export type StreamWay = (typeof streamWays)[number];

/** A subscriber that keeps all that reaches it: headers, frames, comments and how the connection ended. */
export interface Listener {
  /** As it came. */
  text(): string;
  /** Resolves when the hub or the client has ended the connection. */
  readonly ended: Promise<void>;
  leave(): void;
}

export async function listen(
  way: StreamWay,
  hub: Pick<TestHub, 'address' | 'issuer'>,
  asker: Asker & { readonly expiresIn?: number | undefined },
  operation: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
): Promise<Listener> {
  const token = await hub.issuer.issue(asker);
  const headers = { ...(await headersOf(asker, hub.issuer)), authorization: `Bearer ${token}` };
  const came: string[] = [];
  const connection =
    way === 'WS'
      ? overWebSocket(hub.address, headers, operation, came)
      : overSse(`${hub.address}/graphql${way === 'SSE' ? '/stream' : ''}`, headers, operation, came);
  return { text: () => came.join('\n'), ...connection };
}

type Connection = Pick<Listener, 'ended' | 'leave'>;

function overSse(
  address: string,
  headers: Record<string, string>,
  operation: object,
  came: string[],
): Connection {
  const call = request(address, {
    method: 'POST',
    agent: false,
    headers: { ...headers, accept: 'text/event-stream', 'content-type': 'application/json' },
  });
  let frames = '';
  const place = came.push('') - 1;
  const ended = new Promise<void>((over) => {
    call.on('error', () => over());
    call.on('response', (response) => {
      came.push(String(response.statusCode), response.rawHeaders.join('\n'));
      response.setEncoding('utf8');
      // A word may be cut by where a packet ends.
      response.on('data', (chunk: string) => (came[place] = frames += chunk));
      response.on('close', () => over());
      response.on('error', () => undefined);
    });
  });
  call.end(JSON.stringify(operation));
  return { ended, leave: () => void call.destroy() };
}

function overWebSocket(
  address: string,
  connectionParams: Record<string, string>,
  operation: object,
  came: string[],
): Connection {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const say = (message: object): void => socket.send(JSON.stringify(message));
  socket.on('upgrade', ({ rawHeaders }) => void came.push(rawHeaders.join('\n')));
  socket.on('open', () => say({ type: 'connection_init', payload: connectionParams }));
  socket.on('ping', (data) => void came.push(data.toString()));
  socket.on('error', ({ message }) => void came.push(message));
  socket.on('message', (data: Buffer) => {
    const message = data.toString();
    came.push(message);
    if (message.includes('"connection_ack"')) say({ id: 'one', type: 'subscribe', payload: operation });
  });
  return {
    ended: new Promise((over) =>
      socket.on('close', (code, reason) => {
        came.push(`${code} ${reason.toString()}`);
        over();
      }),
    ),
    leave: () => socket.close(),
  };
}
