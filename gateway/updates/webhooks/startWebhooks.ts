import { setTimeout as pause } from 'node:timers/promises';
import { leaseMs, type WebhookTask } from '../../../schema/protocol/events/webhookWork';
import { deliverTask, type DeliveryOptions } from './deliverTask';

export interface Webhooks {
  close(): Promise<void>;
}

interface Working {
  readonly work: Promise<void>;
  readonly stop: AbortController;
}

/** How often the register is asked for work, in milliseconds; each asking keeps what is taken. */
const takeEvery = 2_000;

/** Works for the endpoints that no other gateway works for, each by itself. */
export function startWebhooks(options: DeliveryOptions, every = takeEvery): Webhooks {
  const closing = new AbortController();
  const working = new Map<string, Working>();
  let takenAt = 0;

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const tasks = await options.registry.take().catch(() => null);
      if (tasks) keep(tasks);
      await pause(every, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  /** Begins what is new; ends what its owner has stopped, or wants something else of first. */
  const keep = (tasks: readonly WebhookTask[]): void => {
    takenAt = Date.now();
    const wanted = new Map(tasks.map((task) => [task.id, task]));
    for (const [id, { stop }] of working) {
      const task = wanted.get(id);
      if (!task || task.testWanted || task.replay.length > 0) stop.abort();
    }
    for (const task of tasks) if (!working.has(task.id)) begin(task);
  };
  const begin = (task: WebhookTask): void => {
    const stop = new AbortController();
    // A gateway that cannot keep what it has taken lets go before another takes it.
    const guard = setInterval(() => Date.now() - takenAt > leaseMs / 2 && stop.abort(), 1_000);
    const signal = AbortSignal.any([stop.signal, closing.signal]);
    const work = deliverTask(task, options, signal)
      .catch((error: Error) =>
        options.log({ level: 'warn', event: 'webhook-waits', webhook: task.id, name: error.name }),
      )
      .finally(() => {
        clearInterval(guard);
        working.delete(task.id);
      });
    working.set(task.id, { work, stop });
  };
  const running = run();
  return {
    close: async () => {
      closing.abort();
      await running;
      await Promise.all([...working.values()].map(({ work }) => work));
    },
  };
}
