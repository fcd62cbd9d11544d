import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpTransport, type HttpTransport } from '../../../../gateway/engine/transports/httpTransport';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

describe('the HTTP transport', () => {
  let server: Server;
  let transport: HttpTransport;
  let handler: Handler;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => handler(request, response, body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?x=1`;
    transport = createHttpTransport('police', url, { timeout: 1000, headers: () => ({ 'x-who': 'me' }) });
  });
  afterAll(async () => {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const call = (signal?: AbortSignal) =>
    transport({ query: '{ a }', variables: { __proto__: null, id: 1 }, context: undefined, signal });
  const answer =
    (status: number, body: string): Handler =>
    (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    };

  it('posts the operation with the headers of the call', async () => {
    const seen: unknown[] = [];
    handler = (request, response, body) => {
      seen.push(request.method, request.url, request.headers['x-who'], JSON.parse(body));
      response.end('{"data":{"a":1}}');
    };
    expect(await call()).toEqual({ data: { a: 1 } });
    expect(seen).toEqual(['POST', '/graphql?x=1', 'me', { query: '{ a }', variables: { id: 1 } }]);
  });

  it('takes an answer with errors for one, whatever the status', async () => {
    handler = answer(500, '{"errors":[{"message":"no"}]}');
    expect(await call()).toEqual({ errors: [{ message: 'no' }] });
  });

  it.each([
    ['not JSON', answer(502, '<html>10.0.0.7</html>'), 'BROKEN'],
    ['no object', answer(200, '[]'), 'BROKEN'],
    ['without data or errors', answer(200, '{"data":null}'), 'BROKEN'],
    ['cut off', ((request: IncomingMessage) => void request.socket.destroy()) as Handler, 'REFUSED'],
    ['late', (() => undefined) as Handler, 'TIMEOUT'],
  ])('says that the subgraph is unavailable when the answer is %s', async (_name, broken, reason) => {
    handler = broken;
    await expect(call()).rejects.toMatchObject({ subgraph: 'police', reason });
  });

  it('stops waiting when the caller aborts', async () => {
    handler = () => undefined;
    await expect(call(AbortSignal.abort())).rejects.toMatchObject({ reason: 'REFUSED' });
  });

  it('reads events until the subscription ends', async () => {
    handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: next\ndata: {"data":{"a":1}}\n\nevent: next\ndata: {"data":{"a":2}}\n\n');
      response.end('event: complete\ndata:\n\n');
    };
    const events = [];
    const source = await transport.subscribe?.({ query: 'subscription { a }', context: undefined });
    for await (const event of source ?? []) events.push(event);
    expect(events).toEqual([{ data: { a: 1 } }, { data: { a: 2 } }]);
  });
});
