import { createTurns } from '../../../gateway/audit/turns';

test('works on so much at a time, in the order in which it came, also past a failure', async () => {
  const turns = createTurns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = [0, 1, 2, 3].map((n) =>
    turns(async () => {
      begun.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (n === 0) throw new Error('failed');
      return n;
    }),
  );
  const [first] = work;
  const failing = expect(first).rejects.toThrow('failed');
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1]);
  ends[0]!();
  await failing;
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1, 2]);
  ends[1]!();
  ends[2]!();
  await new Promise(setImmediate);
  ends[3]!();
  expect(await Promise.all(work.slice(1))).toEqual([1, 2, 3]);
});
