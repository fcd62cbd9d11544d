import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpSubgraph, type HttpSubgraph } from '../../../../schema/protocol/transports/httpSubgraph';
import { withTimeout } from '../../../../schema/protocol/transports/withTimeout';
import type { SubgraphRequest } from '../../../../schema/protocol/transport';

let server: Server;
let subgraph: HttpSubgraph;
let answer: RequestListener;
let headers: IncomingHttpHeaders;
let body: unknown;
let sockets = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      headers = request.headers;
      body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
      answer(request, response);
    });
  });
  server.on('connection', () => (sockets += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  subgraph = createHttpSubgraph('police', `http://127.0.0.1:${port}/graphql`, { timeoutMs: 150 });
});
afterAll(async () => {
  await subgraph.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const request: SubgraphRequest = {
  query: '{ a }',
  variables: { id: 1 },
  assertion: 'who.why',
  attestations: 'one,two',
};

test('a request carries the query in its body and the signed parts in its headers', async () => {
  answer = (_, response) => response.end('{"data":{"a":1},"extensions":{"attestations":"t"}}');
  expect(await subgraph.transport(request)).toEqual({ data: { a: 1 }, extensions: { attestations: 't' } });
  expect(body).toEqual({ query: '{ a }', variables: { id: 1 } });
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'x-skyddsnat-assertion': 'who.why',
    'x-skyddsnat-attestations': 'one,two',
  });
});

test('connections are kept', async () => {
  answer = (_, response) => response.end('{"data":null}');
  for (let i = 0; i < 10; i += 1) await subgraph.transport(request);
  expect(sockets).toBeLessThanOrEqual(2);
});

test('errors with a status of their own are an answer', async () => {
  answer = (_, response) => response.writeHead(400).end('{"errors":[{"message":"no"}]}');
  expect(await subgraph.transport(request)).toEqual({ errors: [{ message: 'no' }] });
});

test.each<[string, RequestListener, string]>([
  ['a page', (_, response) => response.end('<html>'), 'BROKEN'],
  ['JSON of another kind', (_, response) => response.end('[1]'), 'BROKEN'],
  ['nothing', () => undefined, 'TIMEOUT'],
  [
    'a cut answer',
    (incoming, response) => void (response.writeHead(200).write('{'), incoming.socket.destroy()),
    'BROKEN',
  ],
])('%s is no answer', async (_, listener, reason) => {
  answer = listener;
  await expect(subgraph.transport(request)).rejects.toMatchObject({ subgraph: 'police', reason });
});

test('nobody at the address is no answer', async () => {
  const nobody = createHttpSubgraph('police', 'http://127.0.0.1:1/graphql', { timeoutMs: 150 });
  await expect(nobody.transport(request)).rejects.toMatchObject({ reason: 'REFUSED' });
  expect(await nobody.isUp()).toBe(false);
  await nobody.close();
});

test('whatever it answers, it is up', async () => {
  answer = (_, response) => response.writeHead(405).end();
  expect(await subgraph.isUp()).toBe(true);
});

describe('a limit on the time', () => {
  test('ends the wait for a transport that does not listen, and tells one that does', async () => {
    let told: AbortSignal | undefined;
    const deaf = withTimeout('police', (given) => ((told = given.signal), new Promise(() => undefined)), 20);
    await expect(deaf(request)).rejects.toMatchObject({ reason: 'TIMEOUT' });
    expect(told?.aborted).toBe(true);
  });

  test('ends with the caller', async () => {
    const caller = new AbortController();
    const waiting = withTimeout(
      'police',
      () => new Promise(() => undefined),
      10_000,
    )({ ...request, signal: caller.signal });
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ reason: 'REFUSED' });
  });

  test('is told also by a caller who left before', async () => {
    const signal = AbortSignal.abort();
    const ask = withTimeout('police', () => new Promise(() => undefined), 10_000);
    await expect(ask({ ...request, signal })).rejects.toMatchObject({ reason: 'REFUSED' });
  });

  test('makes what is thrown at once an absent answer', async () => {
    const broken = withTimeout(
      'police',
      () => {
        throw new Error('boom');
      },
      20,
    );
    await expect(broken(request)).rejects.toMatchObject({ reason: 'BROKEN' });
  });
});
