import fc from 'fast-check';
import {
  queryKeys,
  readCriteria,
  searchKeys,
  type IdentityRecord,
} from '../../../../subgraphs/shared/matching';
import { alignNames } from '../../../../subgraphs/shared/matching/alignNames';
import { DEFAULT_MODEL } from '../../../../subgraphs/shared/matching/matchingModel';
import type { NameToken } from '../../../../subgraphs/shared/matching/nameToken';
import { prepareName, type PreparedName } from '../../../../subgraphs/shared/matching/prepareName';
import { typingDistance } from '../../../../subgraphs/shared/matching/link/typingDistance';
import { TODAY } from './examples';

/** Words made to be costly: many readings, compounds, scripts, endless letters, nothing but particles. */
const costly = fc.oneof(
  fc.constantFrom('abd', 'al', 'bin', 'cx', 'xcxcxc', 'عبدال', 'الدین', 'ﷺ', 'ጭቕ', '\u0301', 'Gchatxja', '﷽'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.nat({ max: 5_000 }).map((length) => 'xc'.repeat(length)),
  fc.nat({ max: 2_000 }).map((length) => 'a\u0301'.repeat(length)),
);
const hostile = fc
  .array(costly, { maxLength: 60 })
  .map((words) => words.join(' '))
  .filter((name) => prepareName(name) !== null);

/** A name whose tokens tell how often one of them was weighed. */
function counting(name: PreparedName, onWeighed: () => void): PreparedName {
  const watch = (token: NameToken): NameToken => {
    const watched = { ...token };
    Object.defineProperty(watched, 'initial', {
      get: () => {
        onWeighed();
        return token.initial;
      },
    });
    return watched;
  };
  return { tokens: name.tokens.map(watch) };
}

/** What the worst case may take: eight words against eight, in twelve more ways when two of at most four are joined. */
const mostReads = 2 * (8 * 8 + 12 * 3 * 4) + 200;

test('however long and odd a name, it becomes a bounded number of words, readings and sounds', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const { tokens } = prepareName(name)!;
      expect(tokens.length).toBeLessThanOrEqual(8);
      for (const { readings, skeletons } of tokens) {
        expect(readings.length).toBeLessThanOrEqual(4);
        expect(skeletons.length).toBeLessThanOrEqual(6);
        for (const { symbols } of readings) expect(symbols.length).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test('laying two names over each other takes a bounded number of steps', () => {
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      let reads = 0;
      const count = (): void => void (reads += 1);
      alignNames(counting(prepareName(one)!, count), counting(prepareName(other)!, count), DEFAULT_MODEL);
      expect(reads).toBeLessThanOrEqual(mostReads);
    }),
  );
});

test('a record and a question have a bounded number of keys', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 30 }), (names) => {
      const held: IdentityRecord = {
        names: names.map((full) => ({ given: null, family: null, full, kind: 'ALIAS' })),
        births: names.map((_, at) => ({
          date: `2010-${String((at % 12) + 1).padStart(2, '0')}-11`,
          kind: 'STATED',
        })),
        sex: null,
        phones: names,
      };
      expect(searchKeys(held).length).toBeLessThanOrEqual(160);
      const [name] = names;
      const asked = readCriteria({ givenName: name!, familyName: name!, birthDate: '2010-09-04' }, TODAY);
      if (asked.ok) expect(queryKeys(asked.criteria).length).toBeLessThanOrEqual(400);
    }),
    { numRuns: 40 },
  );
});

test('a word of any length is typed over at most 32 letters', () => {
  let reads = 0;
  const long = 'ab'.repeat(50_000);
  const watched = new Proxy(Object(`x${long}`) as object, {
    get: (target, key) => {
      reads += 1;
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  }) as unknown as string;
  expect(typingDistance(watched, long)).toBeGreaterThan(0);
  expect(reads).toBeLessThanOrEqual(32 * 32);
});
