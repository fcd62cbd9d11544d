import { WebSocket } from 'ws';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, headersOf, type TestHub } from '../../harness/hub';
import { happen, open, query, worker } from './updatesHub';

/** The rules of graphql-transport-ws (PROTOCOL.md of graphql-ws), message by message. */
let hub: TestHub;
let parameters: Record<string, string>;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()), events: 'POSTGRES', webhooks: false });
  parameters = await headersOf(worker('2580'), hub.issuer);
}, 60_000);
afterAll(() => hub?.close());

interface Message {
  readonly type: string;
  readonly id?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of every shape
  readonly payload?: any;
}

interface Talk {
  readonly heard: readonly Message[];
  say(message: object | string): void;
  /** Waits until so many messages have come. */
  hear(count: number): Promise<readonly Message[]>;
  readonly closed: Promise<{ code: number; reason: string }>;
  leave(): void;
}

async function talk(protocols = ['graphql-transport-ws']): Promise<Talk> {
  const socket = new WebSocket(`${hub.address.replace('http', 'ws')}/graphql`, protocols);
  const heard: Message[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as Message));
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    heard,
    closed,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    hear: async (count) => {
      for (const end = Date.now() + 10_000; heard.length < count;) {
        if (Date.now() > end) throw new Error(`${heard.length} of ${count}: ${JSON.stringify(heard)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return heard;
    },
    leave: () => socket.terminate(),
  };
}

/** Logged in. */
async function begin(): Promise<Talk> {
  const talking = await talk();
  talking.say({ type: 'connection_init', payload: parameters });
  expect(await talking.hear(1)).toEqual([{ type: 'connection_ack' }]);
  return talking;
}

const me = '{ me { role } }';

test('a client that names no subprotocol is closed with 4406, one that names another is not taken', async () => {
  await expect(talk(['graphql-ws'])).rejects.toThrow('Server sent no subprotocol');
  expect(await (await talk([])).closed).toMatchObject({ code: 4406 });
});

test('who does not introduce itself in time is closed with 4408', async () => {
  expect(await (await talk()).closed).toMatchObject({ code: 4408 });
});

test('a second introduction is closed with 4429', async () => {
  const talking = await begin();
  talking.say({ type: 'connection_init', payload: parameters });
  expect(await talking.closed).toMatchObject({ code: 4429 });
});

test('a login that does not hold is closed with 4403', async () => {
  const talking = await talk();
  talking.say({ type: 'connection_init', payload: { authorization: 'Bearer nonsense' } });
  expect(await talking.closed).toMatchObject({ code: 4403 });
});

test('an operation before the introduction is closed with 4401', async () => {
  const talking = await talk();
  talking.say({ type: 'subscribe', id: 'one', payload: { query: me } });
  expect(await talking.closed).toMatchObject({ code: 4401 });
});

test.each([
  ['not json'],
  ['{"type":"unknown"}'],
  ['{"type":"subscribe"}'],
  ['{"type":"subscribe","id":"","payload":{}}'],
])('the message %s is closed with 4400', async (message) => {
  const talking = await begin();
  talking.say(message);
  expect(await talking.closed).toMatchObject({ code: 4400 });
});

test('a ping is answered with a pong that carries the same', async () => {
  const talking = await begin();
  talking.say({ type: 'ping', payload: { at: 1 } });
  talking.say({ type: 'ping' });
  expect((await talking.hear(3)).slice(1)).toEqual([{ type: 'pong', payload: { at: 1 } }, { type: 'pong' }]);
  talking.say({ type: 'pong' });
  talking.leave();
});

test('a query has one result and is complete; its id may then be used again', async () => {
  const talking = await begin();
  for (const count of [3, 5]) {
    talking.say({ type: 'subscribe', id: 'one', payload: { query: me } });
    const [next, complete] = (await talking.hear(count)).slice(-2);
    expect(next).toMatchObject({
      type: 'next',
      id: 'one',
      payload: { data: { me: { role: 'SOCIAL_WORKER' } } },
    });
    expect(complete).toEqual({ type: 'complete', id: 'one' });
  }
  talking.leave();
});

test('what cannot run is told in an error message and nothing after it', async () => {
  const talking = await begin();
  talking.say({ type: 'subscribe', id: 'one', payload: { query: '{ unknown }' } });
  talking.say({ type: 'subscribe', id: 'two', payload: { query: '{' } });
  const errors = (await talking.hear(3)).slice(1);
  for (const error of errors) {
    expect(error).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  }
  expect(errors.map(({ id }) => id).sort()).toEqual(['one', 'two']);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(talking.heard).toHaveLength(3);
  talking.leave();
});

test('an id that is in use is closed with 4409', async () => {
  const talking = await begin();
  for (let times = 0; times < 2; times++)
    talking.say({ type: 'subscribe', id: 'one', payload: { query: query() } });
  expect(await talking.closed).toMatchObject({ code: 4409 });
});

test('streams share a socket; one that the client completes says nothing more, the other goes on', async () => {
  const talking = await begin();
  for (const id of ['one', 'two']) talking.say({ type: 'subscribe', id, payload: { query: query() } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await happen(hub, 'police', 'FOUND', open);
  const first = (await talking.hear(3)).slice(1);
  expect(first.map(({ id, type }) => `${type} ${id}`).sort()).toEqual(['next one', 'next two']);
  talking.say({ type: 'complete', id: 'one' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await happen(hub, 'police', 'FOUND', open);
  await happen(hub, 'police', 'FOUND', open);
  const rest = (await talking.hear(5)).slice(3);
  expect(rest.map(({ id, type }) => `${type} ${id}`)).toEqual(['next two', 'next two']);
  talking.leave();
});
