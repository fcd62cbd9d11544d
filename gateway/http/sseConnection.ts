import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { abortWith } from '../../schema/protocol/abortWith';

/** One open stream of server-sent events, written no faster than its client reads. */
export interface SseConnection {
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
  /** Aborted when the client has left what was written unread for too long: only last words are written after that. */
  readonly slow: AbortSignal;
  /** The cursors of the messages that are still to be written, for their `id` lines. */
  readonly cursors: (string | null)[];
  /** Resolves when the client has read what was written, or was given up. */
  readonly drained: () => Promise<void>;
  /** Writes the messages of the stream until it ends. */
  readonly write: (messages: AsyncGenerator<string>, response: ServerResponse) => Promise<void>;
  /** The client will not come for its stream. */
  readonly end: () => void;
}

/** How long the operations of a stream have for their last word, in milliseconds. */
const lastWordMs = 2_000;

export function createSseConnection(slowAfterMs: number): SseConnection {
  const leaving = new AbortController();
  const slowing = new AbortController();
  const { signal: gone } = leaving;
  const { signal: slow } = slowing;
  const cursors: (string | null)[] = [];
  let draining: Promise<void> = Promise.resolve();

  const untilRead = async (response: ServerResponse): Promise<void> => {
    const timer = setTimeout(() => slowing.abort(), slowAfterMs);
    // It has read, has gone, or is given up.
    const over = new AbortController();
    const unlink = abortWith(over, [gone, slow]);
    await once(response, 'drain', { signal: over.signal }).catch(() => undefined);
    unlink();
    clearTimeout(timer);
  };
  return {
    gone,
    slow,
    cursors,
    drained: () => draining,
    end: () => leaving.abort(),
    write: async (messages, response) => {
      response.once('close', () => {
        leaving.abort();
        void messages.return(undefined);
      });
      slow.addEventListener('abort', () => {
        setTimeout(() => void messages.return(undefined), lastWordMs).unref();
        setTimeout(() => response.destroy(), lastWordMs + slowAfterMs).unref();
      });
      for await (const message of messages) {
        if (gone.aborted) return;
        const cursor = message.startsWith('event: next') ? cursors.shift() : null;
        const free = response.write(cursor ? `id: ${cursor}\n${message}` : message);
        if (!free && !slow.aborted) await (draining = untilRead(response));
      }
      response.end();
    },
  };
}
