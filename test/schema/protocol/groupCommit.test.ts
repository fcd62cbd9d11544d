import { createGroupCommit } from '../../../schema/protocol/groupCommit';

/** A writer that finishes when told to, and remembers what it got. */
function createWriter() {
  const groups: number[][] = [];
  const finish: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const write = (items: readonly number[]) => {
    groups.push([...items]);
    const results = items.map((item) => -item);
    return new Promise<number[]>(
      (resolve, reject) => void finish.push({ resolve: () => resolve(results), reject }),
    );
  };
  return { groups, finish, write };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const options = { timeoutMs: 5_000, onTimeout: () => new Error('late') };

test('what comes during a write goes into the next one together, and each gets its own results', async () => {
  const { groups, finish, write } = createWriter();
  const commit = createGroupCommit(write, options);
  const all = [commit([1]), commit([2, 3]), commit([4])];
  await settled();
  finish[0]!.resolve();
  await settled();
  finish[1]!.resolve();
  expect(await Promise.all(all)).toEqual([[-1], [-2, -3], [-4]]);
  expect(groups).toEqual([[1], [2, 3, 4]]);
});

test('a failed write fails those in it and no others', async () => {
  const { finish, write } = createWriter();
  const commit = createGroupCommit(write, options);
  const outcomes = Promise.allSettled([commit([1]), commit([2])]);
  await settled();
  finish[0]!.reject(new Error('disk'));
  await settled();
  finish[1]!.resolve();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

test('who gave up waiting is not written for later', async () => {
  const { groups, finish, write } = createWriter();
  const commit = createGroupCommit(write, { ...options, timeoutMs: 20 });
  const outcomes = Promise.allSettled([commit([1]), commit([2])]);
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  finish[0]!.resolve();
  await settled();
  const next = commit([3]);
  finish[1]!.resolve();
  await next;
  expect(groups).toEqual([[1], [3]]);
});

test('one write takes no more than the largest group, and one append is never split', async () => {
  const groups: number[][] = [];
  const write = async (items: readonly number[]) => {
    groups.push([...items]);
    return items;
  };
  const commit = createGroupCommit(write, {
    ...options,
    largestGroup: 3,
  });
  await Promise.all([commit([0]), commit([1, 2]), commit([3, 4]), commit([5, 6, 7, 8])]);
  expect(groups).toEqual([[0], [1, 2], [3, 4], [5, 6, 7, 8]]);
});

describe('a writer with company', () => {
  const commitWith = (waitMs: number) => {
    const writer = createWriter();
    const company = { isExpected: false };
    const commit = createGroupCommit(writer.write, {
      ...options,
      company: { waitMs, isExpected: () => company.isExpected },
    });
    return { ...writer, company, commit };
  };
  /** Awaits while the process has work. */
  const busyUntil = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await settled();
  };

  it('waits for others while they are expected, and else for nobody', async () => {
    const { groups, finish, company, commit } = commitWith(200);
    const alone = commit([1]);
    await settled();
    expect(groups).toEqual([[1]]);
    finish[0]!.resolve();
    await alone;
    await settled();
    company.isExpected = true;
    const waiting = commit([2]);
    await settled();
    expect(groups).toHaveLength(1);
    const come = commit([3]);
    await busyUntil(() => finish.length === 2);
    finish[1]!.resolve();
    expect(await Promise.all([waiting, come])).toEqual([[-2], [-3]]);
    expect(groups.at(-1)).toEqual([2, 3]);
  });

  it('waits before a write that follows upon another, too', async () => {
    const { groups, finish, company, commit } = commitWith(200);
    const all = [commit([1]), commit([2])];
    await settled();
    company.isExpected = true;
    finish[0]!.resolve();
    await all[0];
    await settled();
    all.push(commit([3]));
    await busyUntil(() => finish.length === 2);
    finish[1]!.resolve();
    await Promise.all(all);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  it('waits no longer once all have come, however long others keep the process busy', async () => {
    const { groups, finish, company, commit } = commitWith(3_600_000);
    company.isExpected = true;
    const first = commit([1]);
    await settled();
    company.isExpected = false;
    const last = commit([2]);
    await busyUntil(() => finish.length === 1);
    finish[0]!.resolve();
    expect(await Promise.all([first, last])).toEqual([[-1], [-2]]);
    expect(groups).toEqual([[1, 2]]);
  });

  it('waits no longer once the process has nothing else to do', async () => {
    const { groups, finish, company, commit } = commitWith(3_600_000);
    company.isExpected = true;
    const written = commit([1]);
    while (finish.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    finish[0]!.resolve();
    expect(await written).toEqual([-1]);
    expect(groups).toEqual([[1]]);
  });
});
