import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { isJsonObject, type JsonObject } from './bare';
import { createEngine, type Engine, type EngineOptions } from './createEngine';
import { Lru } from './lru';
import { PlanningFailed } from './planningFailed';
import { createHttpTransport, type HttpTransportOptions } from './transports/httpTransport';

export interface EngineServerOptions {
  readonly supergraphSdl: string;
  readonly http?: HttpTransportOptions;
  /** @default over HTTP, to the addresses in the supergraph */
  readonly transports?: EngineOptions['transports'];
}

/**
 * A bare engine over HTTP: any POST is a GraphQL request in JSON, any GET says that it is there. No authentication, no
 * limits. For conformance suites and measurements; listen on loopback only.
 */
export function createEngineServer({ supergraphSdl, http, transports }: EngineServerOptions): Server {
  const overHttp: EngineOptions['transports'] = (subgraph, url) => {
    if (!url) throw new Error(`The supergraph has no address for the subgraph ${subgraph}`);
    return createHttpTransport(subgraph, url, http);
  };
  const engine = createEngine({ supergraphSdl, transports: transports ?? overHttp });
  const read = createReader(engine);
  return createServer((request, response) => {
    if (request.method !== 'POST') return void response.end('{"data":{"__typename":"Query"}}');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answer(engine, read, Buffer.concat(chunks).toString('utf8'), request, response).catch((error: Error) =>
        sendJson(response, 500, { errors: [{ message: error.message }] }),
      );
    });
  });
}

type Read = (query: string) => DocumentNode | readonly GraphQLError[];

/** Parses and validates, and remembers both. */
function createReader({ schema }: Engine): Read {
  const known = new Lru<string, DocumentNode | readonly GraphQLError[]>(1_000);
  const readAnew: Read = (query) => {
    try {
      const document = parse(query);
      const errors = validate(schema, document);
      return errors.length > 0 ? errors : document;
    } catch (error) {
      return [error as GraphQLError];
    }
  };
  return (query) => {
    const found = known.get(query) ?? readAnew(query);
    known.set(query, found);
    return found;
  };
}

async function answer(
  engine: Engine,
  read: Read,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { query, operationName, variables } = readBody(body);
  if (typeof query !== 'string')
    return sendJson(response, 400, { errors: [{ message: 'A query is missing.' }] });
  const document = read(query);
  if (!('kind' in document)) return sendJson(response, 400, { errors: document });
  const left = new AbortController();
  response.once('close', () => response.writableEnded || left.abort());
  const args = {
    variables: isJsonObject(variables) ? variables : undefined,
    context: request,
    signal: left.signal,
  };
  try {
    const compiled = engine.compile(document, typeof operationName === 'string' ? operationName : undefined);
    if (compiled.kind !== 'subscription')
      return sendJson(response, 200, await engine.execute(compiled, args));
    const results = await engine.subscribe(compiled, args);
    return await (Symbol.asyncIterator in results
      ? sendEvents(response, results)
      : sendJson(response, 200, results));
  } catch (error) {
    if (left.signal.aborted) return;
    sendJson(response, 200, { errors: [toGraphQLError(error)] });
  }
}

function readBody(body: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(body);
    return isJsonObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function sendJson(response: ServerResponse, status: number, result: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(result));
}

/** Server-sent events, one request each (GraphQL over SSE, distinct connections). */
async function sendEvents(response: ServerResponse, results: AsyncIterable<ExecutionResult>): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for await (const result of results) response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  response.end('event: complete\ndata:\n\n');
}

function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof PlanningFailed)
    return new GraphQLError(error.message, { extensions: { code: error.code } });
  return error instanceof GraphQLError
    ? error
    : new GraphQLError('Internal error.', { extensions: { code: 'INTERNAL' } });
}
