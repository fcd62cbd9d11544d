/** What the hub's log and the agencies' logs hold of one operation. */
export interface MergedOperation<Key, Entry, Row> {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly disclosures: ReadonlyMap<Key, readonly Row[]>;
}

interface OfOperation {
  readonly operation_id: string;
}

/** Walks logs that are ordered by operation side by side, so that memory holds one operation at a time. */
export async function* mergeByOperation<Key, Entry extends OfOperation, Row extends OfOperation>(
  hub: AsyncIterator<Entry>,
  logs: ReadonlyMap<Key, AsyncIterator<Row>>,
): AsyncGenerator<MergedOperation<Key, Entry, Row>> {
  const entries = await createGroups(hub);
  const others = new Map<Key, Groups<Row>>();
  for (const [key, log] of logs) others.set(key, await createGroups(log));
  for (;;) {
    const ahead = [entries, ...others.values()].flatMap(({ next }) => next() ?? []);
    if (ahead.length === 0) return;
    const id = ahead.reduce((least, operation) => (operation < least ? operation : least));
    const disclosures = new Map<Key, readonly Row[]>();
    for (const [key, groups] of others) disclosures.set(key, await groups.take(id));
    yield { id, entries: await entries.take(id), disclosures };
  }
}

interface Groups<Row> {
  /** The operation whose rows come next; null at the end. */
  next(): string | null;
  /** The rows of the operation, if they come next. */
  take(id: string): Promise<Row[]>;
}

async function createGroups<Row extends OfOperation>(rows: AsyncIterator<Row>): Promise<Groups<Row>> {
  let head = await rows.next();
  return {
    next: () => (head.done ? null : head.value.operation_id),
    take: async (id) => {
      const taken: Row[] = [];
      while (!head.done && head.value.operation_id === id) {
        taken.push(head.value);
        head = await rows.next();
      }
      return taken;
    },
  };
}
