import type { Dispatcher, Pool } from 'undici';

export interface PoolCall {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** The longest wait for the whole answer, in milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

export interface PoolAnswer {
  readonly statusCode: number;
  readonly text: string;
}

/** Why there is no answer: nothing came, what came was cut off, or it took too long. */
export class PostFailed extends Error {
  constructor(
    readonly reason: 'REFUSED' | 'BROKEN' | 'TIMEOUT',
    options?: ErrorOptions,
  ) {
    super(`No answer (${reason})`, options);
    this.name = 'PostFailed';
  }
}

/**
 * Posts a text and reads the answer whole. Below undici's `request`, whose streams and combined signals cost more than
 * all else of a small call. @throws PostFailed
 */
export function postOnPool(
  pool: Pool,
  { path, headers, body, timeout, signal }: PoolCall,
): Promise<PoolAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let statusCode = 0;
    const chunks: Buffer[] = [];
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (reason: PostFailed['reason'], cause: unknown): void => {
      end();
      const error = new PostFailed(reason, { cause });
      reject(error);
      if (controller && !controller.aborted) controller.abort(error);
    };
    const onAbort = (): void => fail(statusCode === 0 ? 'REFUSED' : 'BROKEN', signal?.reason);
    const timer = setTimeout(() => fail('TIMEOUT', undefined), timeout);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (started) => void (controller = started),
      onResponseStart: (_controller, status) => void (statusCode = status),
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        end();
        const [only] = chunks;
        const whole = chunks.length === 1 && only ? only : Buffer.concat(chunks);
        resolve({ statusCode, text: whole.toString('utf8') });
      },
      onResponseError: (_controller, error) => fail(statusCode === 0 ? 'REFUSED' : 'BROKEN', error),
    };
    pool.dispatch({ method: 'POST', path, headers, body }, handler);
  });
}
