import { SubgraphUnavailable, type SubgraphRequest, type SubgraphTransport } from '../transport';

/**
 * Gives up waiting after the limit, also for a transport that does not heed its signal.
 * @throws SubgraphUnavailable
 */
export function withTimeout(
  subgraph: string,
  transport: SubgraphTransport,
  timeoutMs: number,
): SubgraphTransport {
  return (request) =>
    new Promise((resolve, reject) => {
      const controller = new AbortController();
      const stop = (reason: 'TIMEOUT' | 'REFUSED') => {
        finish();
        reject(new SubgraphUnavailable(subgraph, reason));
        controller.abort();
      };
      const timer = setTimeout(() => stop('TIMEOUT'), timeoutMs);
      const leave = () => stop('REFUSED');
      const finish = () => {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', leave);
      };
      request.signal?.addEventListener('abort', leave, { once: true });
      if (request.signal?.aborted) return leave();
      ask(transport, { ...request, signal: controller.signal })
        .then(resolve, (error: unknown) =>
          reject(error instanceof SubgraphUnavailable ? error : broken(subgraph, error)),
        )
        .finally(finish);
    });
}

/** Also a transport that throws at once ends as a rejection. */
async function ask(transport: SubgraphTransport, request: SubgraphRequest) {
  return transport(request);
}

function broken(subgraph: string, cause: unknown): SubgraphUnavailable {
  return new SubgraphUnavailable(subgraph, 'BROKEN', { cause });
}
