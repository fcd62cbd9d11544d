import { request, type ClientRequest } from 'node:http';

export interface Subscribers {
  /** Waits until every one has received the event; milliseconds from `since` to each receipt. */
  receive(id: string, since: number): Promise<readonly number[]>;
  close(): void;
}

const query = 'subscription { caseUpdates { id } }';

/** Opens so many streams of server-sent events, as raw as can be: what is measured is the server. */
export async function openSubscribers(
  address: string,
  count: number,
  headersOf: (index: number) => Record<string, string>,
): Promise<Subscribers> {
  const open: ClientRequest[] = [];
  const waiting = new Map<string, () => void>();
  const seen = new Map<string, number[]>();
  const hear = (id: string): void => {
    const now = performance.now();
    const receipts = seen.get(id) ?? [];
    seen.set(id, receipts);
    receipts.push(now);
    if (receipts.length === count) waiting.get(id)?.();
  };
  const connect = (index: number): Promise<void> =>
    new Promise((connected, fail) => {
      const call = request(`${address}/graphql/stream`, {
        method: 'POST',
        agent: false,
        headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headersOf(index) },
      });
      open.push(call);
      call.once('error', fail);
      call.once('response', (response) => {
        call.off('error', fail);
        call.on('error', () => undefined);
        response.on('error', () => undefined);
        let rest = '';
        response.on('data', (chunk: Buffer) => {
          connected();
          rest += chunk.toString();
          for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
            const id = /"caseUpdates":\{"id":"([^"]+)"/.exec(rest.slice(0, end))?.[1];
            rest = rest.slice(end + 2);
            if (id) hear(id);
          }
        });
      });
      call.end(JSON.stringify({ query }));
    });
  for (let begin = 0; begin < count; begin += 50) {
    await Promise.all([...Array(Math.min(50, count - begin)).keys()].map((index) => connect(begin + index)));
  }
  return {
    receive: (id, since) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () =>
            reject(
              new Error(`${seen.get(id)?.length ?? 0} of ${count} received an event within two minutes`),
            ),
          120_000,
        );
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve((seen.get(id) ?? []).map((at) => at - since));
          seen.delete(id);
        };
        waiting.set(id, done);
        if (seen.get(id)?.length === count) done();
      }),
    close: () => open.forEach((call) => call.destroy()),
  };
}
