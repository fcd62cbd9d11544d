import type { LoggedEvent } from '../../schema/protocol/events/caseEventRecord';
import type { Ending } from './ending';
import type { EventLog, LogExtent } from './log/eventLog';

/** The event log as the subscribers of one gateway share it: what is new is read once and kept for a while. */
export interface Tail {
  /** @throws EventLogUnavailable */
  extent(): Promise<LogExtent>;
  /** The next events behind a position, in order; empty when there are none yet. */
  pageAfter(position: number): Promise<readonly LoggedEvent[]>;
  /** Resolves when there is more behind the position, or the waiting ends. */
  untilBehind(position: number, ending: Ending): Promise<void>;
  close(): Promise<void>;
}

const largestPage = 100;
/** Events kept in memory for all subscribers together. */
const kept = 5_000;
/** How often is looked although nobody rang, in milliseconds. */
const lookEvery = 1_000;
const retryEvery = 500;

export function createTail(log: EventLog): Tail {
  let recent: LoggedEvent[] = [];
  /** Everything after this and up to the newest of `recent` is in it; null: not known yet. */
  let start: number | null = null;
  const waiting = new Set<() => void>();
  let closed = false;
  let rung = false;
  let wake: () => void = () => undefined;
  let following: Promise<void> | undefined;
  /** What was read last from `recent`: most subscribers wait at its end, and read the same. */
  let shared: { readonly after: number; readonly newest: number | null; readonly page: LoggedEvent[] } = {
    after: -1,
    newest: null,
    page: [],
  };

  const newest = (): number | null => recent.at(-1)?.position ?? start;

  /** Begins with the first subscriber: a gateway nobody subscribes at needs no log. */
  const follow = async (): Promise<void> => {
    log.onAppend(() => {
      rung = true;
      wake();
    });
    while (!closed) {
      const more = await step().catch(() => null);
      if (more === null) await rest(retryEvery);
      else if (!more) await rest(lookEvery);
    }
  };
  const step = async (): Promise<boolean> => {
    start ??= (await log.extent()).last;
    const events = await log.read(newest() as number, largestPage * 5);
    if (events.length === 0) return false;
    recent.push(...events);
    if (recent.length > kept * 2) {
      start = recent[recent.length - kept - 1]!.position;
      recent = recent.slice(-kept);
    }
    const ready = [...waiting];
    waiting.clear();
    for (const resolve of ready) resolve();
    return true;
  };
  const rest = async (milliseconds: number): Promise<void> => {
    if (!rung && !closed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    rung = false;
  };

  return {
    extent: () => {
      following ??= follow();
      return log.extent();
    },
    pageAfter: async (position) => {
      if (start === null || position < start) return log.read(position, largestPage);
      if (shared.after !== position || shared.newest !== newest()) {
        const first = findAfter(recent, position);
        const page = recent.slice(first, first + largestPage);
        shared = { after: position, newest: newest(), page };
      }
      return shared.page;
    },
    untilBehind: (position, ending) =>
      new Promise((resolve) => {
        if (ending.has || closed || (newest() ?? position) > position) return resolve();
        const done = (): void => {
          waiting.delete(done);
          ending.onEnd = null;
          resolve();
        };
        waiting.add(done);
        ending.onEnd = done;
      }),
    close: async () => {
      closed = true;
      wake();
      for (const resolve of waiting) resolve();
      await following;
      await log.close();
    },
  };
}

/** Index of the first event behind the position. */
function findAfter(events: readonly LoggedEvent[], position: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
