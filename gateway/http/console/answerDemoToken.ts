import { isLoopbackHost } from '../../config/loopback';
import { readDemoClaims } from '../../identity/demoClaims';
import type { DemoIssuer } from '../../identity/demoIssuer';
import type { PlainResponse } from '../plainResponse';
import type { RouteRequest } from '../routes';

export type DemoTokens = Pick<DemoIssuer, 'issue'>;

/**
 * `POST /demo/token?role=SOCIAL_EMERGENCY&municipality=0180`: a token to try the page with. Exists in demo mode alone,
 * which listens on this machine alone; the name that was asked for must be this machine's, too, or a page elsewhere
 * could point its own name here (DNS rebinding) and read the answer.
 */
export async function answerDemoToken(request: RouteRequest, tokens: DemoTokens): Promise<PlainResponse> {
  if (request.method !== 'POST') return json(405, { error: 'POST' }, { allow: 'POST' });
  if (!isLoopbackHost(hostName(request.host))) return json(403, { error: 'This machine only.' });
  const given = new URLSearchParams(request.url.split('?')[1] ?? '');
  const claims = readDemoClaims({
    role: given.get('role') ?? undefined,
    municipality: given.get('municipality') ?? undefined,
    agency: given.get('agency') ?? undefined,
    sub: given.get('sub') ?? undefined,
    expires: given.get('expires') ?? undefined,
  });
  if (typeof claims === 'string') return json(400, { error: claims });
  return json(200, { token: await tokens.issue(claims) });
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '');
}

function json(status: number, body: object, headers: Record<string, string> = {}): PlainResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}
