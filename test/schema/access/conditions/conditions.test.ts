import { isGlassBroken } from '../../../../schema/access/conditions/breakGlass';
import { hasConsent } from '../../../../schema/access/conditions/consent';
import { crimeDisclosures } from '../../../../schema/access/conditions/disclosure';
import { hasHandrackning } from '../../../../schema/access/conditions/handrackning';
import { servesIdentification } from '../../../../schema/access/conditions/identification';
import { hasDecidedInvestigation } from '../../../../schema/access/conditions/investigation';
import { servesProtection } from '../../../../schema/access/conditions/protection';
import { hasRelation } from '../../../../schema/access/conditions/relation';
import { isReporter } from '../../../../schema/access/conditions/reporter';
import { noGrounds } from '../../../../schema/access/grounds';
import type { ConsentGiver } from '../../../../schema/protocol/attestation';
import type { Purpose } from '../../../../schema/protocol/vocabulary';

const now = new Date('2026-03-01T11:00:00Z');
const before = new Date('2026-03-01T10:59:59Z');
const after = new Date('2026-03-01T11:00:01Z');

test('relation is what an owner attested', () => {
  expect([hasRelation({ related: true }), hasRelation({ related: false })]).toEqual([true, false]);
});

describe('identification', () => {
  const minor = { identified: true, related: false, adult: false, found: false };

  test.each<[Purpose, boolean]>([
    ['IDENTIFICATION', true],
    ['PROTECTION', true],
    ['CASE_WORK', false],
    ['GUARDIANSHIP', false],
    ['REPORTING', false],
    ['STATISTICS', false],
    ['AUDIT', false],
  ])('under %s: %s', (purpose, expected) => {
    expect(servesIdentification(purpose, minor, false)).toBe(expected);
  });

  test.each([
    [true, false, false, true],
    [true, false, null, true],
    [false, true, false, true],
    [false, false, false, false],
    [true, true, true, false],
  ])('identified %s, related %s, adult %s: %s', (identified, related, adult, expected) => {
    expect(servesIdentification('IDENTIFICATION', { identified, related, adult, found: false }, false)).toBe(
      expected,
    );
  });

  test('of a strict cell needs the found event', () => {
    expect(servesIdentification('IDENTIFICATION', minor, true)).toBe(false);
    expect(servesIdentification('IDENTIFICATION', { ...minor, found: true }, true)).toBe(true);
  });
});

describe('protection', () => {
  test.each([
    [true, false, true, false, null, true],
    [false, true, true, false, false, true],
    [true, true, false, true, false, true],
    [false, false, true, true, false, false],
    [true, true, false, false, false, false],
    [true, true, true, true, true, false],
  ])(
    'absconding %s, found %s, identified %s, related %s, adult %s: %s',
    (absconding, found, identified, related, adult, expected) => {
      expect(servesProtection('PROTECTION', { absconding, found, identified, related, adult })).toBe(
        expected,
      );
    },
  );

  test('is served by its own purpose alone', () => {
    const facts = { absconding: true, found: true, identified: true, related: true, adult: false };
    expect(servesProtection('IDENTIFICATION', facts)).toBe(false);
    expect(servesProtection('CASE_WORK', facts)).toBe(false);
  });
});

test('investigation and assistance are what the municipality attested, as they count for the asker', () => {
  expect([hasDecidedInvestigation({ investigation: true }), hasHandrackning({ handrackning: true })]).toEqual(
    [true, true],
  );
});

test('a suspected crime is what the owner has decided on', () => {
  const of = (basis: string) => ({ fields: [], basis, until: after });
  expect(crimeDisclosures([of('OSL_10_21'), of('OSL_10_2')])).toEqual([of('OSL_10_21')]);
});

describe('consent', () => {
  const consentOf = (by: ConsentGiver, until: Date | null = null) => [
    { by, rows: ['migration.appeal'], until },
  ];

  test.each([
    ['CHILD', true, true],
    ['CHILD', false, false],
    ['CHILD', null, false],
    ['GUARDIAN', true, false],
    ['GUARDIAN', false, true],
    ['GUARDIAN', null, false],
    ['BOTH', false, true],
    ['BOTH', true, true],
    ['BOTH', null, true],
  ] as const)('given by %s, the child being fifteen %s: %s', (by, fifteen, expected) => {
    expect(hasConsent({ consents: consentOf(by), fifteen }, 'migration.appeal', now)).toBe(expected);
  });

  test('covers its rows, until its time is over', () => {
    const holds = (rowId: string, until: Date | null) =>
      hasConsent({ consents: consentOf('BOTH', until), fifteen: true }, rowId, now);
    expect(holds('migration.removal', null)).toBe(false);
    expect(holds('migration.appeal', before)).toBe(false);
    expect(holds('migration.appeal', now)).toBe(false);
    expect(holds('migration.appeal', after)).toBe(true);
  });
});

test.each([
  ['2026-03-01T11:00:00Z', 'municipality.photo', true],
  ['2026-03-01T10:00:01Z', 'municipality.photo', true],
  ['2026-03-01T10:00:00Z', 'municipality.photo', false],
  ['2026-03-01T11:00:01Z', 'municipality.photo', false],
  ['2026-03-01T11:00:00Z', 'municipality.case', false],
])('a glass broken at %s for the photo opens %s at 11: %s', (openedAt, rowId, expected) => {
  const brokenGlasses = [{ rows: ['municipality.photo'], openedAt: new Date(openedAt) }];
  expect(isGlassBroken({ brokenGlasses }, rowId, now)).toBe(expected);
});

test('without grounds none of the conditions beyond the attested facts is met', () => {
  expect([
    hasDecidedInvestigation(noGrounds),
    hasHandrackning(noGrounds),
    hasConsent(noGrounds, 'migration.appeal', now),
    isGlassBroken(noGrounds, 'municipality.photo', now),
    isReporter(noGrounds),
  ]).toEqual(Array(5).fill(false));
});
