import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  assertionHeader,
  attestationsHeader,
  dutyClockHeader,
  referencesHeader,
  type SubgraphRequest,
} from '../../../schema/protocol/transport';
import { inTraceOf } from '../../../schema/protocol/tracing/inSpan';
import { closeServer } from './closeServer';
import type { RunningSubgraph } from './createSubgraph';

/** The hub's calls are small: representations of at most a few hundred children, attested in a header. */
const largestBody = 1_000_000;

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Lets a subgraph answer over HTTP: `POST /graphql` for the hub, `GET /health` (process) and `GET /ready` (database).
 * @throws when the port is taken; the message says what to do
 */
export async function listen(subgraph: RunningSubgraph, port: number, host: string): Promise<Listening> {
  const server = createServer({ maxHeaderSize: largestBody }, (request, response) => {
    handle(subgraph, request, response).catch(() => send(response, 400, { errors: [badRequest] }));
  });
  server.keepAliveTimeout = 60_000;
  await open(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server),
  };
}

const badRequest = {
  message: 'POST a GraphQL request as JSON of at most 1 MB.',
  extensions: { code: 'BAD_USER_INPUT' },
};

async function handle(
  subgraph: RunningSubgraph,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET' && request.url === '/health') return send(response, 200, { status: 'up' });
  if (request.method === 'GET' && request.url === '/ready') {
    const up = await subgraph.isReady();
    return send(response, up ? 200 : 503, { [subgraph.name]: up ? 'up' : 'down' });
  }
  if (request.method !== 'POST' || request.url !== '/graphql')
    return send(response, 404, { errors: [badRequest] });
  const body = JSON.parse(await readBody(request)) as Pick<
    SubgraphRequest,
    'query' | 'operationName' | 'variables'
  >;
  const left = new AbortController();
  response.once('close', () => response.writableEnded || left.abort());
  const attestations = request.headers[attestationsHeader];
  const references = request.headers[referencesHeader];
  const dutyClock = request.headers[dutyClockHeader];
  const call = {
    query: String(body.query),
    operationName: body.operationName ?? undefined,
    variables: body.variables ?? undefined,
    assertion: String(request.headers[assertionHeader] ?? ''),
    ...(typeof attestations === 'string' && { attestations }),
    ...(typeof references === 'string' && { references }),
    ...(typeof dutyClock === 'string' && { dutyClock }),
    signal: left.signal,
  };
  send(response, 200, await inTraceOf(request.headers, () => subgraph.answer(call)));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

function open(server: Server, port: number, host: string): Promise<void> {
  return new Promise((opened, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken by another program. Stop it, or choose another port with PORT.`)
          : error,
      ),
    );
    server.listen(port, host, opened);
  });
}
