import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, headersOf, type TestHub } from '../../harness/hub';
import { happen, open, query, worker } from './updatesHub';

/** The rules of GraphQL over server-sent events (PROTOCOL.md of graphql-sse), request by request. */
let hub: TestHub;
let own: Record<string, string>;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()), events: 'POSTGRES', webhooks: false });
  own = { ...(await headersOf(worker('2580'), hub.issuer)), 'content-type': 'application/json' };
}, 60_000);
afterAll(() => hub?.close());

const me = '{ me { role } }';
const streamed = { accept: 'text/event-stream' };
const call = (
  method: string,
  headers: Record<string, string> = {},
  body?: object,
  search = '',
): Promise<Response> =>
  fetch(`${hub.address}/graphql/stream${search}`, {
    method,
    headers: { ...own, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });

/** The messages of a stream without its comments, as they stand on the line. */
async function* readMessages({ body }: Response): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of body! as unknown as AsyncIterable<Uint8Array>) {
    const messages = (rest + Buffer.from(chunk).toString('utf8')).split('\n\n');
    rest = messages.pop()!;
    yield* messages.filter((message) => message.includes('event:'));
  }
}
const typeOf = (message: string): string | undefined => /^event: (\w+)$/m.exec(message)?.[1];
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of every shape
const dataOf = (message: string): any => JSON.parse(/^data: (.*)$/m.exec(message)![1]!);

const reserve = async (): Promise<Record<string, string>> => {
  const response = await call('PUT');
  expect(response.status).toBe(201);
  expect(response.headers.get('content-type')).toContain('text/plain');
  return { 'x-graphql-event-stream-token': await response.text() };
};

describe('a stream for each operation', () => {
  test.each(['POST', 'GET'])('a query by %s has one result, then completes and ends', async (method) => {
    const response =
      method === 'POST'
        ? await call('POST', streamed, { query: me })
        : await call('GET', streamed, undefined, `?query=${encodeURIComponent(me)}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const messages: string[] = [];
    for await (const message of readMessages(response)) messages.push(message);
    expect(messages.map(typeOf)).toEqual(['next', 'complete']);
    expect(dataOf(messages[0]!)).toMatchObject({ data: { me: { role: 'SOCIAL_WORKER' } } });
    // Without the empty line a browser's EventSource would not be told.
    expect(messages[1]).toMatch(/^data:/m);
  });

  test.each([['{ unknown }'], ['{']])('that %s cannot run is told within the stream', async (text) => {
    const response = await call('POST', streamed, { query: text });
    expect(response.status).toBe(200);
    const messages: string[] = [];
    for await (const message of readMessages(response)) messages.push(message);
    expect(messages.map(typeOf)).toEqual(['next', 'complete']);
    expect(dataOf(messages[0]!).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a change by GET is not made', async () => {
    const text = 'mutation { requestDisclosure(input: { child: "x", fields: [], reason: "r" }) { id } }';
    const response = await call('GET', streamed, undefined, `?query=${encodeURIComponent(text)}`);
    const told = await response.text();
    expect(told).toContain('"errors"');
    expect(told).not.toContain('"requestDisclosure":{');
  });
});

describe('one stream for all operations of a client', () => {
  test('is reserved, opened once, and carries results under their ids until each is stopped', async () => {
    const token = await reserve();
    const stream = await call('GET', { ...token, ...streamed });
    expect(stream.status).toBe(200);
    expect((await call('GET', { ...token, ...streamed })).status).toBe(409);
    const messages = readMessages(stream);
    const subscribe = (operationId: string, text: string): Promise<Response> =>
      call('POST', token, { query: text, extensions: { operationId } });
    expect((await subscribe('one', query())).status).toBe(202);
    expect((await subscribe('one', query())).status).toBe(409);
    expect((await subscribe('two', me)).status).toBe(202);
    const [next, complete] = [(await messages.next()).value!, (await messages.next()).value!];
    expect(dataOf(next)).toMatchObject({ id: 'two', payload: { data: { me: { role: 'SOCIAL_WORKER' } } } });
    expect([typeOf(complete), dataOf(complete)]).toEqual(['complete', { id: 'two' }]);
    const id = await happen(hub, 'police', 'FOUND', open);
    expect(dataOf((await messages.next()).value!)).toMatchObject({
      id: 'one',
      payload: { data: { caseUpdates: { id } } },
    });
    expect((await call('DELETE', token, undefined, '?operationId=one')).status).toBe(200);
    await happen(hub, 'police', 'FOUND', open);
    await subscribe('three', me);
    const rest = [(await messages.next()).value!, (await messages.next()).value!].map(dataOf);
    expect(rest.map((each: { id: string }) => each.id).filter((each) => each !== 'one')).toContain('three');
    await messages.return(undefined);
  });

  test('is refused without a reservation, an operation id, or a login', async () => {
    const token = await reserve();
    expect((await call('POST', token, { query: me })).status).toBe(400);
    expect((await call('DELETE', token)).status).toBe(400);
    const unknown = { 'x-graphql-event-stream-token': 'unknown' };
    expect((await call('POST', unknown, { query: me, extensions: { operationId: 'one' } })).status).toBe(404);
    expect((await call('DELETE', unknown, undefined, '?operationId=one')).status).toBe(404);
    expect((await call('PUT', token)).status).toBe(409);
    expect((await call('PUT', { authorization: 'Bearer nonsense' })).status).toBe(401);
    expect((await call('PATCH', token)).status).toBe(405);
  });
});
