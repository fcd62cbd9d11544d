import { setTimeout as pause } from 'node:timers/promises';

/** Writes a group of items durably, all or none, and returns a result for each. */
export type WriteGroup<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

/** Others who have items in for later will soon want them written: one write then serves all. */
export interface Company<Item> {
  /** How long an idle writer waits for them, in milliseconds. */
  readonly waitMs: number;
  /** Whose an item is: nobody waits for himself. */
  readonly ownerOf: (item: Item) => unknown;
}

export interface GroupCommitOptions<Item> {
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
  /**
   * How long items that are put in for later wait for another write, in milliseconds.
   * @default 500
   */
  readonly patienceMs?: number;
  /** @default an idle writer waits for nobody */
  readonly company?: Company<Item>;
}

export interface GroupCommit<Item, Result> {
  (items: readonly Item[]): Promise<readonly Result[]>;
  /** Puts items into the next write without beginning it. What is returned begins it, and waits for it. */
  later(items: readonly Item[]): () => Promise<readonly Result[]>;
}

interface Waiting<Item, Result> {
  readonly items: readonly Item[];
  settled: boolean;
  /** Whether a write is begun for them; others are taken along. */
  hurried: boolean;
  readonly resolve: (results: readonly Result[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Enqueued<Item, Result> {
  readonly waiting: Waiting<Item, Result>;
  readonly written: Promise<readonly Result[]>;
}

/**
 * One write at a time; what arrives while it is under way goes into the next one together. Under load one disk flush
 * serves many operations, and an idle writer writes at once.
 */
export function createGroupCommit<Item, Result>(
  write: WriteGroup<Item, Result>,
  {
    timeoutMs,
    onTimeout = tooLate,
    largestGroup = 500,
    gathers = false,
    patienceMs = 500,
    company,
  }: GroupCommitOptions<Item>,
): GroupCommit<Item, Result> {
  let queue: Waiting<Item, Result>[] = [];
  let writing = false;

  const drain = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    if (gathers) await new Promise((resolve) => setImmediate(resolve));
    if (company && isExpected(queue, company)) await pause(company.waitMs);
    while (queue.some(({ hurried, settled }) => hurried && !settled)) {
      const group = takeGroup();
      if (group.length > 0) await writeGroup(group, write);
    }
    writing = false;
  };

  const takeGroup = (): Waiting<Item, Result>[] => {
    // Those who gave up waiting have told their caller that nothing was answered: nothing is written for them.
    queue = queue.filter(({ settled }) => !settled);
    let size = 0;
    const fits = queue.findIndex(({ items }, index) => (size += items.length) > largestGroup && index > 0);
    return queue.splice(0, fits === -1 ? queue.length : fits);
  };

  const enqueue = (items: readonly Item[], hurried: boolean): Enqueued<Item, Result> => {
    let waiting!: Waiting<Item, Result>;
    const written = new Promise<readonly Result[]>((resolve, reject) => {
      const timer =
        timeoutMs === undefined ? undefined : setTimeout(() => waiting.reject(onTimeout()), timeoutMs);
      const settle = (): boolean => {
        clearTimeout(timer);
        const first = !waiting.settled;
        waiting.settled = true;
        return first;
      };
      waiting = {
        items,
        settled: false,
        hurried,
        resolve: (results) => void (settle() && resolve(results)),
        reject: (error) => void (settle() && reject(error as Error)),
      };
      queue.push(waiting);
    });
    return { waiting, written };
  };

  const commit = (items: readonly Item[]): Promise<readonly Result[]> => {
    const { written } = enqueue(items, true);
    void drain();
    return written;
  };
  const later = (items: readonly Item[]): (() => Promise<readonly Result[]>) => {
    const { waiting, written } = enqueue(items, false);
    const hurry = (): Promise<readonly Result[]> => {
      waiting.hurried = true;
      void drain();
      return written;
    };
    const timer = setTimeout(() => void hurry(), patienceMs);
    // Whoever waits for it hears of a fault; so long it is nobody's.
    written.finally(() => clearTimeout(timer)).catch(() => undefined);
    return hurry;
  };
  return Object.assign(commit, { later });
}

const tooLate = (): Error => new Error('not written in time');

/** Whether somebody has only items in for later. */
function isExpected<Item>(
  queue: readonly Pick<Waiting<Item, unknown>, 'items' | 'hurried'>[],
  { ownerOf }: Company<Item>,
): boolean {
  const owners = (hurried: boolean): Set<unknown> =>
    new Set(queue.flatMap((each) => (each.hurried === hurried ? each.items.map(ownerOf) : [])));
  const here = owners(true);
  return [...owners(false)].some((owner) => !here.has(owner));
}

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
