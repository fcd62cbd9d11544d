import { renderGraphiQLPage } from '../graphiql/renderGraphiQLPage';
import type { SchemaRequest } from '../schema/answerSchema';
import type { Console } from './console/createConsole';
import type { PlainResponse } from './plainResponse';

export interface RouteOptions {
  /** Whether each part that the gateway needs can answer. */
  readonly ready: () => Promise<Readonly<Record<string, 'up' | 'down'>>>;
  /** The gateway has been told to stop: it answers, but nothing new should be sent to it. */
  readonly isDraining: () => boolean;
  readonly demo: boolean;
  /** PEM of the key that what is sent to endpoints is signed with; null: nothing is sent. */
  readonly webhookKey: string | null;
  /** The schema as the caller's role sees it. */
  readonly schema: (request: SchemaRequest) => Promise<PlainResponse>;
  /** The page for people; null serves none. */
  readonly console: Console | null;
}

export interface RouteRequest {
  readonly method: string;
  /** Path and query as in the request line. */
  readonly url: string;
  readonly accept: string;
  readonly acceptEncoding: string;
  /** Under which name the hub was asked. */
  readonly host: string;
  readonly authorization: string | null;
}

/** Answers what is not GraphQL; null leaves the request to it. */
export async function answerRoute(
  request: RouteRequest,
  { ready, isDraining, demo, schema, webhookKey, console }: RouteOptions,
): Promise<PlainResponse | null> {
  const { method, url, accept, authorization } = request;
  const page = await console?.(request);
  if (page) return page;
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (url === '/health') return json(200, { status: 'up' });
  if (url === '/ready' && isDraining()) return json(503, { status: 'draining' });
  if (url === '/ready') return answerReady(await ready().catch(() => ({ gateway: 'down' }) as const));
  if (url === '/webhook-key' && webhookKey !== null) {
    return { status: 200, headers: { 'content-type': 'application/x-pem-file' }, body: webhookKey };
  }
  const [path, search = ''] = url.split('?');
  if (path === '/schema') return schema({ authorization, query: new URLSearchParams(search) });
  if (demo && url === '/graphql' && accept.includes('text/html')) return renderGraphiQLPage();
  return null;
}

function answerReady(parts: Readonly<Record<string, 'up' | 'down'>>): PlainResponse {
  const isReady = Object.values(parts).every((state) => state === 'up');
  return json(isReady ? 200 : 503, { status: isReady ? 'up' : 'down', parts });
}

function json(status: number, body: unknown): PlainResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
