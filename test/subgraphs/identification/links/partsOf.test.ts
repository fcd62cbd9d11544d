import { partsOf } from '../../../../subgraphs/identification/links/partsOf';

test('references without a link between them are parts of their own', () => {
  expect(partsOf(['a', 'b', 'c'], [])).toEqual([['a'], ['b'], ['c']]);
});

test('what links hold together stays together, also over a third, in the order it had', () => {
  const pairs = [
    { one: 'c', other: 'd' },
    { one: 'a', other: 'd' },
  ];
  expect(partsOf(['d', 'b', 'a', 'c'], pairs)).toEqual([['d', 'a', 'c'], ['b']]);
});

test('links to references that are not asked about hold nothing', () => {
  const pairs = [
    { one: 'a', other: 'x' },
    { one: 'b', other: 'x' },
  ];
  expect(partsOf(['a', 'b'], pairs)).toEqual([['a'], ['b']]);
});
