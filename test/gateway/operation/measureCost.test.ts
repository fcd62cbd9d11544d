import { buildSchema, parse } from 'graphql';
import { measureCost } from '../../../gateway/operation/measureCost';

const schema = buildSchema(`
  type Query { child: Child children: [Child!]! log(first: Int = 50, after: String): LogConnection! }
  type Mutation { submit: Child }
  type Child { id: ID! names: [Name!] log(first: Int! = 20): LogConnection! }
  type Name { given: String child: Child }
  type LogConnection { edges: [Edge!]! }
  type Edge { node: Child }
`);

test.each([
  ['fields without a selection cost nothing', '{ __typename }', 0],
  ['an object costs one', '{ child { id } }', 1],
  ['a list is taken to hold ten', '{ children { id } }', 10],
  ['lists within lists multiply', '{ children { names { given } } }', 10 * (1 + 10)],
  ['a page is as long as is asked for', '{ log(first: 7) { edges { node { id } } } }', 1 + 7 * 2],
  ['a page that is not asked for is as long as it is then', '{ log { edges { node { id } } } }', 1 + 50 * 2],
  [
    'a variable can be the longest page',
    'query($n: Int) { log(first: $n) { edges { node { id } } } }',
    1 + 100 * 2,
  ],
  [
    'fragments are reckoned where they stand',
    '{ children { ...F } child { ...F ... on Child { names { given } } } } fragment F on Child { names { given } }',
    10 * (1 + 10) + 1 + 10 + 10,
  ],
  ['a change costs more', 'mutation { submit { id } }', 10 + 1],
  ['of several operations the dearest counts', 'query A { child { id } } query B { children { id } }', 10],
])('%s', (_name, query, cost) => {
  expect(measureCost(parse(query), schema)).toBe(cost);
});

test('fragments that double each other are reckoned once', () => {
  const doubling = Array.from(
    { length: 60 },
    (_, n) => `fragment F${n} on Child { ...F${n + 1} ...F${n + 1} }`,
  );
  const document = parse(
    `{ child { ...F0 } } ${doubling.join(' ')} fragment F60 on Child { names { given } }`,
  );
  expect(measureCost(document, schema)).toBe(1 + 10 * 2 ** 60);
});
