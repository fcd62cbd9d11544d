import { progressLine } from '../../../../subgraphs/demo/cli/progressLine';

it('tells how far, how fast and how long still', () => {
  expect(progressLine(25_000, 100_000, 5_000)).toBe(
    '25 % · 25000 / 100000 barn/children · 5000/s · 15 s kvar/left',
  );
});

it('promises nothing before the first children are in', () => {
  expect(progressLine(0, 100_000, 800)).toBe('0 % · 0 / 100000 barn/children · 0/s');
});
