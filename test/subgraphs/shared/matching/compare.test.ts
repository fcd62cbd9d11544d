import fc from 'fast-check';
import { compare, type Criteria, type IdentityRecord } from '../../../../subgraphs/shared/matching';
import { read, record } from './examples';

const levels = (criteria: Criteria, held: IdentityRecord): string[] =>
  compare(read(criteria), held).map(({ identifier, level, detail }) => `${identifier} ${level} ${detail}`);

const withBirth = (birth: IdentityRecord['births'][number]): IdentityRecord =>
  record('Ali', 'Khan', null, { births: [birth] });

describe('birth date', () => {
  test.each([
    ['2010-09-04', '2010-09-04', 'EXACT SAME_DATE'],
    ['2010-09-04', '2010-04-09', 'CLOSE DAY_MONTH_SWAP'],
    ['2010-09-04', '2011-09-04', 'CLOSE YEAR_OFF_BY_ONE'],
    ['2010-09-04', '2010-09-14', 'CLOSE ONE_SLIP'],
    ['2010-09-24', '2010-01-01', 'CLOSE YEAR_ONLY'],
    ['2010-01-01', '2010-09-24', 'CLOSE YEAR_ONLY'],
    ['2010-09-24', '2010-02-07', 'DIFFERENT SAME_YEAR'],
    ['2010-09-24', '2011-02-07', 'DIFFERENT NEAR_YEAR'],
    ['2010-09-24', '2014-02-07', 'DIFFERENT OTHER_DATE'],
  ])('%s against %s', (stated, held, expected) => {
    const rows = levels({ givenName: 'Ali', birthDate: stated }, record('Ali', 'Khan', held));
    expect(rows).toContain(`birthDate ${expected}`);
  });

  test('a first of January says less than another day', () => {
    const weight = (date: string): number =>
      compare(read({ givenName: 'Ali', birthDate: date }), record('Ali', 'K', date))[1]!.weight;
    expect(weight('2010-01-01')).toBeLessThan(weight('2010-09-24') - 2);
  });

  test('a claim of a year or of an age is compared as far as it goes', () => {
    const criteria = { givenName: 'Ali', birthDate: '2010-09-24' };
    expect(levels(criteria, withBirth({ date: null, year: 2010, kind: 'REGISTERED' }))).toContain(
      'birthDate CLOSE YEAR_ONLY',
    );
    const stated = { date: null, kind: 'STATED', statedAge: 16, statedOn: '2026-11-01' } as const;
    expect(levels(criteria, withBirth(stated))).toContain('birthDate CLOSE STATED_AGE');
  });

  test('the claim that agrees best counts, and an age without its day says nothing', () => {
    const held = record('Ali', 'Khan', '2013-05-05');
    held.births.push({ date: '2010-09-24', kind: 'STATED' }, { date: null, kind: 'STATED', statedAge: 20 });
    expect(levels({ givenName: 'Ali', birthDate: '2010-09-24' }, held)).toContain(
      'birthDate EXACT SAME_DATE',
    );
  });
});

describe('age', () => {
  test.each([
    ['2011-11-21', 'EXACT SAME_AGE'],
    ['2010-11-22', 'EXACT SAME_AGE'],
    ['2010-11-21', 'CLOSE ONE_YEAR_OFF'],
    ['2013-11-01', 'DIFFERENT TWO_YEARS_OFF'],
    ['2005-11-21', 'DIFFERENT OTHER_AGE'],
  ])('15 today against %s', (held, expected) => {
    expect(levels({ givenName: 'Ali', age: 15 }, record('Ali', 'Khan', held))).toContain(`age ${expected}`);
  });
});

describe('numbers', () => {
  const held = record('Ali', 'Khan', null, {
    personalNumber: '20100921-2392',
    dossierNumber: '12-410001',
    phones: ['+46 70 123 45 67'],
  });

  test('form does not matter, one slip is close, more is different', () => {
    expect(levels({ dossierNumber: '12410001' }, held)).toEqual(['dossierNumber EXACT SAME_NUMBER']);
    expect(levels({ dossierNumber: '12-410010' }, held)).toEqual(['dossierNumber CLOSE ONE_SLIP']);
    expect(levels({ dossierNumber: '12-999001' }, held)).toEqual(['dossierNumber DIFFERENT OTHER_NUMBER']);
    expect(levels({ lmaNumber: '50123456' }, held)).toEqual(['lmaNumber NOT_HELD NOT_HELD']);
  });

  test('a personal number is the same with ten digits and with twelve', () => {
    expect(levels({ personalNumber: '100921-2392' }, held)).toEqual(['personalNumber EXACT SAME_NUMBER']);
  });

  test('two personal numbers with right check digits are two numbers, however near', () => {
    expect(levels({ personalNumber: '100921-2391' }, held)).toEqual(['personalNumber CLOSE ONE_SLIP']);
    expect(levels({ personalNumber: '100921-3291' }, held)).not.toContain('personalNumber EXACT SAME_NUMBER');
    const other = record('Ali', 'Khan', null, { personalNumber: '1009212400' });
    expect(levels({ personalNumber: '1009212392' }, other)).toEqual([
      'personalNumber DIFFERENT OTHER_NUMBER',
    ]);
  });

  test('a phone number is the same with and without its country code', () => {
    expect(levels({ givenName: 'Ali', phone: '070-1234567' }, held)).toContain('phone EXACT SAME_NUMBER');
  });
});

test('what the agency does not hold is neutral', () => {
  const nothing: IdentityRecord = { names: [], births: [], sex: 'UNKNOWN', phones: [] };
  const criteria = {
    givenName: 'Ali',
    familyName: 'Khan',
    birthDate: '2010-09-24',
    sex: 'MALE',
    phone: '0701234567',
    lmaNumber: '50123456',
  } as const;
  const rows = compare(read(criteria), nothing);
  expect(rows.map(({ identifier }) => identifier)).toEqual([
    'lmaNumber',
    'names',
    'birthDate',
    'sex',
    'phone',
  ]);
  expect(rows.every(({ level, weight }) => level === 'NOT_HELD' && weight === 0)).toBe(true);
});

test('no row holds a value of the record', () => {
  const held = record('Toryalai', 'Stanikzai', '2010-09-24', {
    phones: ['0701234567'],
    dossierNumber: '12-410001',
  });
  const rows = JSON.stringify(
    compare(
      read({ givenName: 'Ali', familyName: 'Khan', birthDate: '2011-01-02', phone: '0709999999' }),
      held,
    ),
  );
  expect(rows).not.toMatch(/toryalai|stanikzai|2010|4670|410001/iu);
});

test('another claim never lowers the evidence', () => {
  const name = fc.constantFrom('Ali', 'Hassan', 'Hussein', 'Noor', 'Rahimi', 'Karimi', 'Toryalai', 'محمد');
  const day = fc.constantFrom('2010-09-04', '2010-04-09', '2011-09-04', '2010-01-01', '2008-03-03');
  fc.assert(
    fc.property(
      name,
      name,
      day,
      name,
      name,
      day,
      (given, family, date, aliasGiven, aliasFamily, aliasDate) => {
        const criteria = read({ givenName: 'Ali', familyName: 'Rahimi', birthDate: '2010-09-04' });
        const held = record(given, family, date);
        const more: IdentityRecord = {
          ...held,
          names: [...held.names, { given: aliasGiven, family: aliasFamily, kind: 'ALIAS' }],
          births: [...held.births, { date: aliasDate, kind: 'STATED' }],
        };
        const before = compare(criteria, held);
        compare(criteria, more).forEach(({ weight }, index) =>
          expect(weight).toBeGreaterThanOrEqual(before[index]!.weight),
        );
      },
    ),
  );
});
