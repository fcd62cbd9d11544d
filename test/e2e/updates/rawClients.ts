import { request } from 'node:http';
import { WebSocket } from 'ws';
import type { TestHub } from '../../harness/hub';
import type { Update } from './updatesHub';

/** A subscriber down at the socket: it can stop reading, and sees how its connection ends. */
export interface RawClient {
  readonly updates: readonly Update[];
  /** Whether the operation was completed by the hub. */
  readonly completed: () => boolean;
  /** Leaves what comes unread, as a client does that hangs. */
  stopReading(): void;
  readOn(): void;
  until(count: number): Promise<void>;
  /** Resolves when the connection is over: with the close code of a WebSocket, null otherwise. */
  readonly ended: Promise<number | null>;
  leave(): void;
}

export interface RawOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export function openRaw(
  transport: 'SSE' | 'WS',
  { address }: Pick<TestHub, 'address'>,
  headers: Readonly<Record<string, string>>,
  operation: RawOperation | null,
): RawClient {
  const updates: Update[] = [];
  let completed = false;
  const take = (type: string, payload: unknown): void => {
    if (type === 'next') updates.push(payload as Update);
    if (type === 'complete') completed = true;
  };
  const connection =
    transport === 'SSE'
      ? overSse(address, headers, operation, take)
      : overWs(address, headers, operation, take);
  return {
    updates,
    completed: () => completed,
    ...connection,
    until: async (count) => {
      for (const end = Date.now() + 60_000; updates.length < count;) {
        if (Date.now() > end) throw new Error(`${updates.length} of ${count} came`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

type Connection = Pick<RawClient, 'stopReading' | 'readOn' | 'ended' | 'leave'>;
type Take = (type: string, payload: unknown) => void;

function overSse(
  address: string,
  headers: Readonly<Record<string, string>>,
  operation: RawOperation | null,
  take: Take,
): Connection {
  const call = request(`${address}/graphql/stream`, {
    method: 'POST',
    agent: false,
    headers: { ...headers, accept: 'text/event-stream', 'content-type': 'application/json' },
  });
  let rest = '';
  const ended = new Promise<null>((resolve) => {
    call.on('error', () => resolve(null));
    call.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const messages = (rest + chunk).split('\n\n');
        rest = messages.pop()!;
        for (const message of messages) {
          const [, type = '', data = ''] = /event: (\w+)\ndata:(.*)/.exec(message) ?? [];
          take(type, data === '' ? null : JSON.parse(data));
        }
      });
      response.on('close', () => resolve(null));
      response.on('error', () => resolve(null));
    });
  });
  call.end(JSON.stringify(operation));
  return {
    ended,
    stopReading: () => void call.socket!.pause(),
    readOn: () => void call.socket!.resume(),
    leave: () => void call.destroy(),
  };
}

function overWs(
  address: string,
  connectionParams: Readonly<Record<string, string>>,
  operation: RawOperation | null,
  take: Take,
): Connection {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const say = (message: object): void => socket.send(JSON.stringify(message));
  socket.on('open', () => say({ type: 'connection_init', payload: connectionParams }));
  socket.on('message', (data: Buffer) => {
    const { type, payload } = JSON.parse(data.toString()) as { type: string; payload: unknown };
    if (type === 'connection_ack' && operation) say({ id: 'one', type: 'subscribe', payload: operation });
    take(type, payload);
  });
  return {
    ended: new Promise((resolve) => socket.on('close', resolve)),
    stopReading: () => socket.pause(),
    readOn: () => socket.resume(),
    leave: () => socket.terminate(),
  };
}
