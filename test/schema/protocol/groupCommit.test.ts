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

test('what is put in for later is taken along by the next write, and begins none', async () => {
  const { groups, finish, write } = createWriter();
  const commit = createGroupCommit(write, options);
  const later = [commit.later([1]), commit.later([2])];
  await settled();
  expect(groups).toEqual([]);
  const now = commit([3]);
  const latest = commit.later([4]);
  await settled();
  finish[0]!.resolve();
  expect(await Promise.all([now, ...later.map((wait) => wait())])).toEqual([[-3], [-1], [-2]]);
  await settled();
  expect(groups).toEqual([[1, 2, 3]]);
  const waited = latest();
  finish[1]!.resolve();
  expect(await waited).toEqual([-4]);
});

test('what nobody comes back for is written all the same', async () => {
  const groups: number[][] = [];
  const written = new Promise<void>((done) => {
    const write = async (items: readonly number[]) => {
      groups.push([...items]);
      done();
      return items;
    };
    createGroupCommit(write, { ...options, patienceMs: 10 }).later([1]);
  });
  await written;
  expect(groups).toEqual([[1]]);
});

test('whoever comes back for what failed is told', async () => {
  const commit = createGroupCommit(() => Promise.reject(new Error('disk')), options);
  const wait = commit.later([1]);
  await expect(commit([2])).rejects.toThrow('disk');
  await expect(wait()).rejects.toThrow('disk');
});

test('an idle writer waits for others who have something in for later, and for nobody else', async () => {
  const { groups, finish, write } = createWriter();
  const tens = (item: number): number => Math.floor(item / 10);
  const commit = createGroupCommit(write, { ...options, company: { waitMs: 200, ownerOf: tens } });
  const before = commit.later([10]);
  const own = commit([11]);
  await settled();
  expect(groups).toEqual([[10, 11]]);
  finish[0]!.resolve();
  await Promise.all([before(), own]);
  const other = commit.later([20]);
  const waiting = commit([12]);
  await settled();
  expect(groups).toHaveLength(1);
  const come = other();
  while (finish.length < 2) await settled();
  finish[1]!.resolve();
  expect(await Promise.all([come, waiting])).toEqual([[-20], [-12]]);
  expect(groups.at(-1)).toEqual([20, 12]);
});
