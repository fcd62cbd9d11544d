import type { Asker } from '../../../harness/hub';
import { query, subscribe } from '../updatesHub';
import type { FaultyHub } from './faultyHub';

export interface Persistent {
  /** Ids in the order in which they were received. */
  readonly received: readonly string[];
  /** How often it had to connect. */
  readonly connections: () => number;
  stop(): Promise<void>;
}

/** A subscriber as an integrator writes one: whatever ends the stream, it comes back behind the last cursor. */
export function follow(hub: FaultyHub, asker: Asker, transport: 'SSE' | 'WS', from: string): Persistent {
  const received: string[] = [];
  let cursor = from;
  let stopped = false;
  let connections = 0;
  let leave: () => void = () => undefined;
  const run = async (): Promise<void> => {
    while (!stopped) {
      connections += 1;
      const subscriber = await subscribe(hub, asker, {
        transport,
        after: cursor,
        text: query('id cursor child { id }'),
      });
      leave = subscriber.leave;
      let taken = 0;
      const take = (): void => {
        for (; taken < subscriber.updates.length; taken++) {
          const update = subscriber.updates[taken]!.data?.caseUpdates as
            { id: string; cursor: string } | undefined;
          if (!update) continue;
          received.push(update.id);
          cursor = update.cursor;
        }
      };
      const timer = setInterval(take, 20);
      await subscriber.ended().catch(() => undefined);
      clearInterval(timer);
      take();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const running = run();
  return {
    received,
    connections: () => connections,
    stop: async () => {
      stopped = true;
      leave();
      await running;
    },
  };
}
