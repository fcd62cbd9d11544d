import { setImmediate } from 'node:timers/promises';
import { untilIdle } from './untilIdle';

/** Writes a group of items durably, all or none, and returns a result for each. */
export type WriteGroup<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

/** Others who will soon have items of their own: one write then serves all. */
export interface Company {
  /**
   * How long a writer waits for them at most, in milliseconds; no longer once they have come, or once the process has
   * nothing else to do.
   * (PostgreSQL's commit_delay and commit_siblings serve the same end, yet save only the flush.)
   * @default 20
   */
  readonly waitMs?: number;
  /** Asked before each write and at each append. */
  readonly isExpected: () => boolean;
}

export interface GroupCommitOptions {
  /**
   * How long an append may wait, queueing included, in milliseconds.
   * @default however long the writes take
   */
  readonly timeoutMs?: number;
  readonly onTimeout?: () => Error;
  /**
   * Most items in one write.
   * @default 500
   */
  readonly largestGroup?: number;
  /**
   * Whether an idle writer first lets all that is happening at this moment come in: what many wait for at once then
   * takes one write, not two.
   * @default false
   */
  readonly gathers?: boolean;
  /** @default a writer waits for nobody */
  readonly company?: Company;
}

const companyMs = 20;

export type GroupCommit<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

interface Waiting<Item, Result> {
  readonly items: readonly Item[];
  settled: boolean;
  readonly resolve: (results: readonly Result[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One write at a time; what arrives while it is under way goes into the next one together. Under load one disk flush
 * serves many operations, and who is alone is written for at once.
 */
export function createGroupCommit<Item, Result>(
  write: WriteGroup<Item, Result>,
  { timeoutMs, onTimeout = tooLate, largestGroup = 500, gathers = false, company }: GroupCommitOptions,
): GroupCommit<Item, Result> {
  let queue: Waiting<Item, Result>[] = [];
  let writing = false;
  let endWait = (): void => undefined;

  const drain = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    if (gathers) await setImmediate();
    while (queue.length > 0) {
      if (company?.isExpected()) await waitFor(company);
      const group = takeGroup();
      if (group.length > 0) await writeGroup(group, write);
    }
    writing = false;
  };

  const waitFor = async ({ waitMs = companyMs }: Company): Promise<void> => {
    const wait = untilIdle(waitMs);
    endWait = wait.end;
    await wait.over;
    // Those whom one event brings here are a few steps apart.
    await setImmediate();
  };

  const takeGroup = (): Waiting<Item, Result>[] => {
    // Those who gave up waiting have told their caller that nothing was answered: nothing is written for them.
    queue = queue.filter(({ settled }) => !settled);
    let size = 0;
    const fits = queue.findIndex(({ items }, index) => (size += items.length) > largestGroup && index > 0);
    return queue.splice(0, fits === -1 ? queue.length : fits);
  };

  return (items) =>
    new Promise((resolve, reject) => {
      const timer =
        timeoutMs === undefined ? undefined : setTimeout(() => waiting.reject(onTimeout()), timeoutMs);
      const settle = (): boolean => {
        clearTimeout(timer);
        const first = !waiting.settled;
        waiting.settled = true;
        return first;
      };
      const waiting: Waiting<Item, Result> = {
        items,
        settled: false,
        resolve: (results) => void (settle() && resolve(results)),
        reject: (error) => void (settle() && reject(error as Error)),
      };
      queue.push(waiting);
      if (!company?.isExpected()) endWait();
      void drain();
    });
}

const tooLate = (): Error => new Error('not written in time');

async function writeGroup<Item, Result>(
  group: readonly Waiting<Item, Result>[],
  write: WriteGroup<Item, Result>,
): Promise<void> {
  try {
    const results = await write(group.flatMap(({ items }) => items));
    let begin = 0;
    for (const { items, resolve } of group) resolve(results.slice(begin, (begin += items.length)));
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
