import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** One open stream of server-sent events, written no faster than its client reads. */
export interface SseConnection {
  /** Aborted when the client has gone, or has not read for too long. */
  readonly gone: AbortSignal;
  /** The cursors of the messages that are still to be written, for their `id` lines. */
  readonly cursors: (string | null)[];
  /** Resolves when the client has read what was written. */
  readonly drained: () => Promise<void>;
  /** Writes the messages of the stream until it ends. */
  readonly write: (messages: AsyncGenerator<string>, response: ServerResponse) => Promise<void>;
  /** The client will not come for its stream. */
  readonly end: () => void;
}

export function createSseConnection(slowAfterMs: number): SseConnection {
  const controller = new AbortController();
  const { signal: gone } = controller;
  const cursors: (string | null)[] = [];
  let draining: Promise<void> = Promise.resolve();

  const untilRead = async (response: ServerResponse): Promise<void> => {
    const timer = setTimeout(() => response.destroy(), slowAfterMs);
    try {
      await once(response, 'drain', { signal: gone });
    } catch {
      // It has gone.
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    gone,
    cursors,
    drained: () => draining,
    end: () => controller.abort(),
    write: async (messages, response) => {
      response.once('close', () => {
        controller.abort();
        void messages.return(undefined);
      });
      for await (const message of messages) {
        if (gone.aborted) return;
        const cursor = message.startsWith('event: next') ? cursors.shift() : null;
        const free = response.write(cursor ? `id: ${cursor}\n${message}` : message);
        if (!free) await (draining = untilRead(response));
      }
      response.end();
    },
  };
}
