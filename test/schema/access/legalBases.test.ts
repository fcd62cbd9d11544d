import {
  legalBases,
  findBasis,
  isInForce,
  openingBases,
  type LegalBasis,
} from '../../../schema/access/legalBases';
import { findRow } from '../../../schema/access/rows';
import { stockholmDate } from '../../../schema/access/stockholmDate';
import { ask, inShort } from './ask';

const basis: LegalBasis = {
  code: 'X_1',
  kind: 'RELEASE',
  title: { sv: 'x', en: 'x' },
  validFrom: '2025-07-01',
  validTo: '2026-06-11',
  certainty: 'LIKELY',
};

test.each([
  ['2025-06-30', false],
  ['2025-07-01', true],
  ['2026-06-11', true],
  ['2026-06-12', false],
])('a basis in force from its first day to its last: %s %s', (today, expected) => {
  expect(isInForce(basis, today)).toBe(expected);
});

test('a duty is void without the rule through which it breaks secrecy', () => {
  const through = { ...basis, validFrom: '2000-01-01', validTo: null, through: 'OSL_10_28' };
  expect(isInForce(through, '2009-06-29')).toBe(false);
  expect(isInForce(through, '2009-06-30')).toBe(true);
});

test('a cell whose every basis has not begun or has ended stays closed', () => {
  const finder = {
    role: 'SOCIAL_EMERGENCY',
    purpose: 'IDENTIFICATION',
    facts: { identified: true },
  } as const;
  const lastDayBefore = new Date('2009-06-29T12:00:00Z');
  expect(inShort(ask('municipality.absconding', { ...finder, now: lastDayBefore }))).toBe('SECRECY');
  expect(inShort(ask('municipality.absconding', finder))).toBe('I');
});

test('laws begin at midnight in Sweden, winter and summer', () => {
  expect(stockholmDate(new Date('2009-06-29T22:00:00Z'))).toBe('2009-06-30');
  expect(stockholmDate(new Date('2026-01-14T22:59:59Z'))).toBe('2026-01-14');
  expect(stockholmDate(new Date('2026-01-14T23:00:00Z'))).toBe('2026-01-15');
});

test('an answer names only the bases that its receiver and condition may use', () => {
  const address = findRow('municipality.placementAddress');
  expect(openingBases(address, 'SWo', 'P', '2026-03-01')).toEqual(['OSL_26_9', 'OSL_10_2']);
  expect(openingBases(address, 'GM', 'R', '2026-03-01')).toEqual(['OSL_12_3']);
  expect(openingBases(address, 'NGO', 'R', '2026-03-01')).toEqual([]);
});

test('what Migrationsverket may tell the police rests on its own duty', () => {
  const police = { role: 'POLICE_OFFICER', purpose: 'IDENTIFICATION', facts: { identified: true } } as const;
  expect(ask('migration.dossierNumber', police)).toMatchObject({
    basis: ['OSL_10_27', 'UTLDL_20', 'OSL_10_2'],
  });
});

test('every basis begins with a calendar date and ends after it, if at all', () => {
  for (const { code, validFrom, validTo } of legalBases) {
    expect([code, validFrom]).toEqual([code, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    expect([code, validTo === null || validTo >= validFrom]).toEqual([code, true]);
  }
});

test('the bases that the hub’s rules cite are there', () => {
  const cited =
    'SOL_29_4 SOL_29_2 LMA_3 LMA_2 SOL_19_1 SOL_18_2 SOL_20_6 SOL_15_7 SOL_19_6 UTLL_13_17 OSL_26_9 OSL_26_9A OSL_10_2 OSL_10_1 OSL_10_20 OSL_10_21 OSL_10_27 OSL_10_28 OSL_12_3 LVU_43B UTLDL_20 POLISLAGEN_6 LAG_2005_429_3 LAG_2005_429_10 OSL_40_7G OSL_21_3 OSL_21_5';
  for (const code of cited.split(' ')) expect(findBasis(code).code).toBe(code);
  expect(() => findBasis('OSL_99_1')).toThrow('OSL_99_1');
});
