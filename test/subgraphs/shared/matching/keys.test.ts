import { queryKeys, searchKeys, type Criteria } from '../../../../subgraphs/shared/matching';
import { read, record } from './examples';

const held = record('Mohammed', 'Rahimi', '2010-09-04', {
  dossierNumber: '12-410001',
  personalNumber: '20100904-2393',
  phones: ['0701234567'],
});

function meets(criteria: Criteria, stored = held): boolean {
  const keys = new Set(queryKeys(read(criteria)));
  return searchKeys(stored).some((key) => keys.has(key));
}

test.each<[string, Criteria]>([
  ['a number', { dossierNumber: '12 410 001' }],
  [
    'a number with a slip, beside names',
    { dossierNumber: '12-410010', givenName: 'Selam', familyName: 'Kidane' },
  ],
  ['a phone number and a sex', { phone: '+46701234567', sex: 'MALE' }],
  ['one name and the date', { familyName: 'Rahimy', birthDate: '2010-09-04' }],
  ['the other name in another script and the date', { givenName: 'محمد', birthDate: '2010-09-04' }],
  ['one name, day and month exchanged', { familyName: 'Rahimi', birthDate: '2010-04-09' }],
])('%s meets the record', (_, criteria) => expect(meets(criteria)).toBe(true));

const rare = record('Toryalai', 'Stanikzai', '2010-09-04');

test.each<[string, Criteria]>([
  ['and a year too few', { birthDate: '2009-09-04' }],
  ['and another day of the year', { birthDate: '2010-01-01' }],
  ['and an age', { age: 16 }],
  ['alone, in the wrong fields', { givenName: 'Stanekzay', familyName: 'Toryalay' }],
])('two rare names %s meet the record', (_, criteria) => {
  expect(meets({ givenName: 'Toorialay', familyName: 'Stanikzay', ...criteria }, rare)).toBe(true);
});

test('two common names ask for nobody unless a date singles someone out', () => {
  expect(queryKeys(read({ givenName: 'Mohammed', familyName: 'Ahmed' }))).toEqual([]);
  expect(queryKeys(read({ givenName: 'Mohammed', familyName: 'Ahmed', age: 15 }))).toEqual([]);
  expect(
    queryKeys(read({ givenName: 'Mohammed', familyName: 'Ahmed', birthDate: '2010-09-04' })),
  ).not.toEqual([]);
});

test('among a million children names have to be rarer to be searched by without a day, and a day still leads there', () => {
  const keysOf = (criteria: Criteria, population?: number): string =>
    queryKeys(read(criteria), population).join(' ');
  const two = { givenName: 'Toryalai', familyName: 'Stanikzai', birthDate: '2010-09-04' };
  expect(keysOf(two, 100_000)).toBe(keysOf(two));
  expect(keysOf(two)).toContain('year:');
  expect(keysOf(two, 1_000_000)).not.toMatch(/year:|names:/);
  expect(keysOf(two, 1_000_000)).toContain('both:2010-09-04');
  const four = { givenName: 'Toryalai Zmarak', familyName: 'Stanikzai Terkildsen' };
  expect(keysOf(four, 1_000_000)).toContain('names:');
});

test('a record without any birth is found by two rare names beside a date', () => {
  const stored = record('Toryalai', 'Stanikzai', null);
  expect(meets({ givenName: 'Toryalai', familyName: 'Stanikzai', birthDate: '2010-09-04' }, stored)).toBe(
    true,
  );
});

test('a first of January, which so many share, needs two names', () => {
  const stored = record('Mohammed', 'Toryalai', '2010-01-01');
  expect(meets({ familyName: 'Toryalai', birthDate: '2010-01-01' }, stored)).toBe(false);
  expect(meets({ familyName: 'Terkildsen', birthDate: '2010-01-01' }, stored)).toBe(false);
  expect(meets({ givenName: 'Mohammed', birthDate: '2010-01-01' }, stored)).toBe(false);
  expect(meets({ givenName: 'Mohammed', familyName: 'Toryalai', birthDate: '2010-01-01' }, stored)).toBe(
    true,
  );
});

test('a first of January beside two names meets whoever was born in that year', () => {
  const held = record('Toryalai', 'Stanikzai', '2010-09-04');
  const yearOnly = {
    ...record('Mohammed', 'Rahimi', null),
    births: [{ date: null, year: 2010, kind: 'STATED' as const }],
  };
  const names = { givenName: 'Toryalai', familyName: 'Stanikzai' };
  expect(meets({ ...names, birthDate: '2010-01-01' }, held)).toBe(true);
  expect(meets({ ...names, birthDate: '2011-09-04' }, held)).toBe(true);
  expect(meets({ givenName: 'Muhamad', familyName: 'Rahimy', birthDate: '2010-05-06' }, yearOnly)).toBe(true);
});

test('a short form meets the name in full', () => {
  const held = record('Oleksandr', 'Kovalenko', '2010-09-04');
  expect(meets({ givenName: 'Sasha', birthDate: '2010-09-04' }, held)).toBe(true);
});

test('a search by name alone, as a municipality’s, meets names that a match with a date would rest on', () => {
  const held = record('Amira', 'Haddad', '2011-03-04');
  expect(meets({ givenName: 'Amira', familyName: 'Hadad' }, held)).toBe(true);
  expect(meets({ givenName: 'Amira Haddad', sex: 'FEMALE' }, held)).toBe(true);
});

test('a sex with an age asks for nobody', () => {
  expect(queryKeys(read({ sex: 'MALE', age: 15 }))).toEqual([]);
});

test('names that are stated in part or former ones are found too', () => {
  const stored = record('Ali', 'Khan', null);
  stored.names.push({ given: null, family: null, full: 'Toryalai Cali Stanikzai', kind: 'ALIAS' });
  expect(meets({ givenName: 'Toryalay', familyName: 'Stanekzai' }, stored)).toBe(true);
});

test('a record with many claims stays within its share of the index', () => {
  const stored = record('A', 'B', null);
  stored.names = Array.from({ length: 50 }, (_, i) => ({
    given: `Gchata Jocha Xatha ${i}`,
    family: `Thadha Chaja Ta${i}`,
    kind: 'ALIAS',
  }));
  stored.births = Array.from({ length: 50 }, (_, i) => ({
    date: `20${10 + (i % 10)}-0${1 + (i % 9)}-11`,
    kind: 'STATED',
  }));
  expect(searchKeys(stored).length).toBeLessThanOrEqual(160);
});

test('a question asks for a bounded number of keys', () => {
  const long = 'Gchata Jocha Xatha Thadha Chaja Tacha Gojo Kaxa';
  const criteria = read({
    givenName: long,
    familyName: long,
    age: 15,
    dossierNumber: '12345678901234567890',
    phone: '0701234567',
  });
  expect(queryKeys(criteria).length).toBeLessThanOrEqual(400);
});
