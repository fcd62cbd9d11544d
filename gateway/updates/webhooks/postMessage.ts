import { Agent, request } from 'undici';
import { createPublicLookup, isCallable, PrivateAddress } from './publicAddress';

/**
 * What became of a message: taken; refused for what it is; the endpoint is gone for good; or it could not be had now.
 */
export type Delivery =
  { readonly outcome: 'TAKEN' } | { readonly outcome: 'REFUSED' | 'GONE' | 'AWAY'; readonly problem: string };

export interface Post {
  (url: string, body: string, headers: Record<string, string>): Promise<Delivery>;
  close(): Promise<void>;
}

const timeoutMs = 10_000;
/** Not the message's fault: too early, too many, or not logged in for now. */
const passing = new Set([401, 403, 407, 408, 421, 423, 425, 429]);

/** Posts messages to endpoints. Follows no redirect, and reads no more of an answer than its status. */
export function createPost(allowLoopback: boolean): Post {
  const agent = new Agent({
    connect: { lookup: createPublicLookup(allowLoopback) as never, timeout: timeoutMs },
  });
  const post = async (url: string, body: string, headers: Record<string, string>): Promise<Delivery> => {
    if (!isCallable(new URL(url).hostname, allowLoopback))
      return { outcome: 'AWAY', problem: 'PRIVATE_ADDRESS' };
    try {
      const { statusCode, body: answer } = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headers: {
          'content-type': 'application/cloudevents+json; charset=utf-8',
          'user-agent': 'skyddsnat',
          ...headers,
        },
        body,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      await answer.dump({ limit: 65_536 }).catch(() => undefined);
      return judge(statusCode);
    } catch (error) {
      return { outcome: 'AWAY', problem: nameProblem(error) };
    }
  };
  return Object.assign(post, { close: () => agent.destroy() });
}

function judge(status: number): Delivery {
  if (status >= 200 && status < 300) return { outcome: 'TAKEN' };
  const problem = `HTTP ${status}`;
  if (status === 410) return { outcome: 'GONE', problem };
  return { outcome: status >= 400 && status < 500 && !passing.has(status) ? 'REFUSED' : 'AWAY', problem };
}

/** A kind of fault, never a text from elsewhere. */
function nameProblem(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: unknown };
  if (error instanceof PrivateAddress || cause instanceof PrivateAddress) return 'PRIVATE_ADDRESS';
  return code ?? 'NO_ANSWER';
}
