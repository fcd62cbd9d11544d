import { clusterPairs } from '../../../../../subgraphs/shared/matching/link/clusterPairs';
import { linkRecords } from '../../../../../subgraphs/shared/matching/link/linkRecords';
import type { LinkInput } from '../../../../../subgraphs/shared/matching/link/linkRecord';
import { typingDistance } from '../../../../../subgraphs/shared/matching/link/typingDistance';

const starts = ['ber', 'lind', 'sand', 'hag', 'ny', 'gran', 'kar', 'ost', 'ven', 'mal', 'tor'];
const ends = [
  'man',
  'qvist',
  'gren',
  'lund',
  'dal',
  'strom',
  'rud',
  'bek',
  'falk',
  'vik',
  'hem',
  'fors',
  'torp',
];
const word = (number: number): string => starts[number % starts.length]! + ends[number % ends.length]!;

const person = (at: number): LinkInput => ({
  id: `p${at}`,
  given: word((at * 37) % 101),
  family: word((at * 61) % 139),
  birthDate: `${1950 + (at % 50)}-0${1 + (at % 9)}-${10 + ((at * 7) % 18)}`,
});
const people = Array.from({ length: 240 }, (_, at) => person(at));
const again = (at: number, change: Partial<LinkInput>): LinkInput => ({
  ...person(at),
  id: `q${at}`,
  ...change,
});

/** One in three people stands twice. */
const repeated = people.filter((_, at) => at % 3 === 0);
const copies = repeated.map((one, at) => ({
  ...one,
  id: `q${one.id.slice(1)}`,
  ...(at % 9 === 0 && { given: '' }),
}));

const pairsOf = (inputs: LinkInput[]): string[] =>
  linkRecords(inputs, null).map(({ one, other }) => [one, other].sort().join());

test('rows of one person are found without labels, and hardly others', () => {
  const pairs = pairsOf([...people, ...copies]);
  const right = pairs.filter((pair) => pair.split(',')[0]!.slice(1) === pair.split(',')[1]!.slice(1));
  expect(right.length).toBeGreaterThan(0.97 * copies.length);
  expect(pairs.length - right.length).toBeLessThan(0.03 * copies.length);
});

test.each([
  ['a mistyped name', { family: `${person(1).family}x` }],
  ['names in each other’s fields', { given: person(1).family, family: person(1).given }],
  ['a missing name', { family: '' }],
  ['a missing date', { birthDate: null }],
  ['a name written apart', { family: `${person(1).family.slice(0, 4)} ${person(1).family.slice(4)}` }],
])('%s does not hide a person', (_, change) => {
  expect(pairsOf([...people, ...copies, again(1, change)])).toContain('p1,q1');
});

test('the order of the rows changes nothing', () => {
  const inputs = [...people, ...copies];
  const turned = [...inputs].reverse();
  expect(pairsOf(turned).sort()).toEqual(pairsOf(inputs).sort());
});

test('two files are linked pair by pair', () => {
  const pairs = linkRecords(people, copies);
  expect(pairs.every(({ one, other }) => one.startsWith('p') && other.startsWith('q'))).toBe(true);
});

test('no rows and one row have no pairs', () => {
  expect(linkRecords([], null)).toEqual([]);
  expect(linkRecords([person(1)], null)).toEqual([]);
  expect(linkRecords([], [])).toEqual([]);
});

describe('groups', () => {
  const link = (one: number, other: number, weight: number) => ({ one, other, weight });

  test('two records that share little meet through a third', () => {
    const groups = clusterPairs([link(0, 1, 9), link(1, 2, 8)], () => -20);
    expect(groups.map((group) => [...group].sort())).toEqual([[0, 1, 2]]);
  });

  test('one weak pair does not chain two groups', () => {
    const links = [link(0, 1, 9), link(2, 3, 9), link(1, 2, 1)];
    expect(clusterPairs(links, () => -20)).toHaveLength(2);
  });
});

test('a word cut off is nearer than a word with as many wrong letters', () => {
  expect(typingDistance('alexand', 'alexander')).toBeLessThan(typingDistance('alexanrr', 'alexander'));
  expect(typingDistance('maria', 'amria')).toBe(0.2);
  expect(typingDistance('', '')).toBe(0);
});
