import type { ChildFacts } from '../../../../subgraphs/identification/facts';
import {
  contactsOf,
  decideResponsibility,
  responsibilityRules,
  rules,
  stepsOf,
  type ResponsibilityDecision,
} from '../../../../subgraphs/identification/responsibility';
import { childFacts } from '../childFacts';

const at = new Date('2026-03-16T11:00:00Z');
const decide = (facts: ChildFacts | 'UNIDENTIFIED', foundIn: string | null = '0180', when = at) =>
  decideResponsibility(facts, foundIn, when) as ResponsibilityDecision;

const adult = { adult: true };
const permit = { residencePermit: true };
const assigned = { assignedMunicipality: '2580', assignedOn: '2025-06-01' };
const open = { caseMunicipality: '2580', caseStatus: 'OPEN' as const };
const closed = {
  caseMunicipality: '2580',
  caseStatus: 'CLOSED' as const,
  caseClosedAt: '2026-01-10T10:00:00Z',
};
const elsewhere = { placementMunicipality: '1280', placedBy: '2580' };

test('the rules are tried in the order of the contract', () => {
  expect(rules.map(({ rule }) => rule)).toEqual(responsibilityRules);
});

describe('one rule goes before the next', () => {
  test.each([
    ['an adult before a permit', { ...adult, ...permit, ...assigned }, open, 'ADULT'],
    ['an adult before a placement', { ...adult, ...assigned }, { ...open, ...elsewhere }, 'ADULT'],
    [
      'a permit before a placement',
      { ...permit, ...assigned },
      { ...open, ...elsewhere },
      'RESIDENCE_PERMIT',
    ],
    ['a permit before a closed case', { ...permit, ...assigned }, closed, 'RESIDENCE_PERMIT'],
    ['a placement before the assignment', assigned, { ...open, ...elsewhere }, 'PLACED_ELSEWHERE'],
    [
      'a placement before arrival',
      { arrivalMunicipality: '0191' },
      { ...open, ...elsewhere },
      'PLACED_ELSEWHERE',
    ],
    ['a placement before no application', null, { ...open, ...elsewhere }, 'PLACED_ELSEWHERE'],
    ['no application before an open case', null, open, 'NEVER_APPLIED'],
  ])('%s', (_, migration, municipality, rule) => {
    const facts = childFacts({ migration: migration ?? { registered: false }, municipality });
    expect(decide(facts)).toMatchObject({ rule });
  });
});

describe('UNIDENTIFIED', () => {
  test('leaves the child to the municipality of finding', () => {
    expect(decide('UNIDENTIFIED', '1480')).toMatchObject({ municipality: '1480', interim: null });
  });

  test('names no municipality when nobody says where', () => {
    expect(decide('UNIDENTIFIED', null)).toMatchObject({
      rule: 'UNIDENTIFIED',
      municipality: null,
      interim: null,
    });
  });
});

describe('ADULT', () => {
  const bornOn = (birthDate: string, more = {}) =>
    childFacts({ migration: { birthDate, ...assigned, ...more }, municipality: open });

  test.each([
    ['the last second before the birthday in Stockholm', '2026-03-15T22:59:59Z', 'ASSIGNED_CASE_OPEN'],
    ['the midnight in Stockholm at which it begins', '2026-03-15T23:00:00Z', 'ADULT'],
  ])('at %s', (_, when, rule) => {
    expect(decide(bornOn('2008-03-16'), '0180', new Date(when))).toMatchObject({ rule });
  });

  test('holds by the Migration Agency decision whatever the birth date', () => {
    expect(decide(bornOn('2012-01-01', { adult: true }))).toMatchObject({
      rule: 'ADULT',
      basis: expect.arrayContaining(['UTLL_13_17', 'LMA_2']),
    });
  });

  test('a decision that the person is a child ends with the 18th birthday', () => {
    expect(decide(bornOn('2008-03-16', { adult: false }), '0180', at)).toMatchObject({ rule: 'ADULT' });
    expect(decide(bornOn('2009-03-16', { adult: false }), '0180', at)).toMatchObject({
      rule: 'ASSIGNED_CASE_OPEN',
    });
  });

  test("the guardianship board's own age decision changes nothing", () => {
    const facts = {
      ...bornOn('2012-01-01'),
      guardianship: { registered: true, adult: true, hasGuardian: false },
    };
    expect(decide(facts)).toMatchObject({ rule: 'ASSIGNED_CASE_OPEN' });
  });
});

describe('RESIDENCE_PERMIT', () => {
  test.each([
    [
      'the municipality with the open case',
      { ...permit, ...assigned },
      { ...open, caseMunicipality: '0127' },
      '0127',
    ],
    ['the placing municipality', { ...permit, ...assigned }, { ...open, ...elsewhere }, '2580'],
    [
      'the last assigned one when the case is closed',
      { ...permit, ...assigned },
      { ...closed, caseMunicipality: '0127' },
      '2580',
    ],
    ['the municipality of finding when no other is known', permit, {}, '0180'],
  ])('makes %s responsible', (_, migration, municipality, responsible) => {
    expect(decide(childFacts({ migration, municipality }))).toMatchObject({
      rule: 'RESIDENCE_PERMIT',
      authority: 'MUNICIPALITY',
      municipality: responsible,
    });
  });
});

describe('PLACED_ELSEWHERE', () => {
  test('takes the municipality with the case for the placing one when the placement does not say', () => {
    const municipality = { ...open, placementMunicipality: '1280', placedBy: null };
    expect(decide(childFacts({ migration: assigned, municipality }))).toMatchObject({ municipality: '2580' });
  });

  test.each([
    ['placed at home', { ...open, placementMunicipality: '2580', placedBy: '2580' }, 'ASSIGNED_CASE_OPEN'],
    ['placed elsewhere until the case was closed', { ...closed, ...elsewhere }, 'ASSIGNED_CASE_CLOSED'],
  ])('does not hold for a child %s', (_, municipality, rule) => {
    expect(decide(childFacts({ migration: assigned, municipality }))).toMatchObject({ rule });
  });

  test('needs no interim when the child is found where the placing municipality is', () => {
    const facts = childFacts({ migration: assigned, municipality: { ...open, ...elsewhere } });
    expect(decide(facts, '2580')).toMatchObject({ municipality: '2580', interim: null, basis: ['SOL_29_2'] });
  });
});

describe('not assigned', () => {
  test.each([
    ['with an open case', { arrivalMunicipality: '0191' }, { ...open, caseMunicipality: '0191' }, '0191'],
    ['before anybody opened a case', { arrivalMunicipality: '0191' }, {}, '0191'],
    ['when only the case says where the child arrived', {}, { ...open, caseMunicipality: '0191' }, '0191'],
  ])('the municipality of arrival is responsible %s', (_, migration, municipality, responsible) => {
    expect(decide(childFacts({ migration, municipality }))).toMatchObject({
      rule: 'ARRIVAL_CASE_OPEN',
      municipality: responsible,
      interim: '0180',
    });
  });

  test.each([
    ['closed its case', { arrivalMunicipality: '0191' }, { ...closed, caseMunicipality: '0191' }],
    ['is not known', {}, {}],
  ])('the Migration Agency assigns when the municipality of arrival %s', (_, migration, municipality) => {
    expect(decide(childFacts({ migration, municipality }))).toMatchObject({
      rule: 'UNASSIGNED_CASE_CLOSED',
      authority: 'MIGRATION_AGENCY',
      municipality: null,
      interim: '0180',
    });
  });
});

describe('assigned', () => {
  test.each([
    ['the case is open', open],
    ['no case has been opened yet', {}],
    [
      'the municipality of arrival closed its own case at the handover',
      { ...closed, caseMunicipality: '0191' },
    ],
    [
      'the case was closed before the child was assigned anew',
      { ...closed, caseClosedAt: '2025-05-31T10:00:00Z' },
    ],
  ])('the assigned municipality is responsible when %s', (_, municipality) => {
    expect(decide(childFacts({ migration: assigned, municipality }))).toMatchObject({
      rule: 'ASSIGNED_CASE_OPEN',
      municipality: '2580',
      interim: '0180',
      basis: ['LMA_3', 'SOL_29_4'],
    });
  });

  test('the Migration Agency assigns anew when the case is closed', () => {
    expect(decide(childFacts({ migration: assigned, municipality: closed }), '2580')).toMatchObject({
      rule: 'ASSIGNED_CASE_CLOSED',
      authority: 'MIGRATION_AGENCY',
      municipality: null,
      interim: '2580',
    });
  });

  test.each([
    ['closed in the morning of the day of the assignment', '2025-06-01T07:00:00Z', 'ASSIGNED_CASE_OPEN'],
    ['closed after the assignment of the same day', '2025-06-01T14:00:00Z', 'ASSIGNED_CASE_CLOSED'],
  ])('of a case that was %s the hour decides', (_, caseClosedAt, rule) => {
    const recorded = { ...assigned, assignedAt: '2025-06-01T09:00:00Z' };
    const municipality = { ...closed, caseClosedAt };
    expect(decide(childFacts({ migration: recorded, municipality }))).toMatchObject({ rule });
    // Where nobody knows the hour of the assignment, the closing came last.
    expect(decide(childFacts({ migration: assigned, municipality }))).toMatchObject({
      rule: 'ASSIGNED_CASE_CLOSED',
    });
  });

  test('no interim is named when nobody says where the child is', () => {
    expect(decide(childFacts({ migration: assigned, municipality: open }), null)).toMatchObject({
      interim: null,
      basis: ['LMA_3'],
    });
  });
});

describe('an agency that does not answer', () => {
  const all = { migration: assigned, municipality: open };

  test.each([
    ['the Migration Agency', { ...all, migration: null }, ['MIGRATION_AGENCY']],
    ['the municipality', { ...all, municipality: null }, ['MUNICIPALITY']],
    ['both', { migration: null, municipality: null }, ['MIGRATION_AGENCY', 'MUNICIPALITY']],
  ])('blocks when it is %s', (_, known, undecidable) => {
    expect(decideResponsibility(childFacts(known), '0180', at)).toEqual({ undecidable });
  });

  test('does not block when no rule reads it', () => {
    const facts = childFacts({ ...all, police: null, guardianship: null });
    expect(decide(facts)).toMatchObject({ rule: 'ASSIGNED_CASE_OPEN' });
  });

  test('does not block when an earlier rule has decided without it', () => {
    expect(decide(childFacts({ migration: adult, municipality: null }))).toMatchObject({ rule: 'ADULT' });
    expect(decide('UNIDENTIFIED')).toMatchObject({ rule: 'UNIDENTIFIED' });
  });

  test('blocks a child unknown to the Migration Agency: a municipality may have placed it', () => {
    const facts = childFacts({ municipality: null });
    expect(decideResponsibility(facts, '0180', at)).toEqual({ undecidable: ['MUNICIPALITY'] });
  });
});

describe('every decision', () => {
  const decisions = [
    decide('UNIDENTIFIED'),
    decide(childFacts({ migration: adult })),
    decide(childFacts({ migration: permit, municipality: open })),
    decide(childFacts({ migration: assigned, municipality: { ...open, ...elsewhere } })),
    decide(childFacts({ migration: { arrivalMunicipality: '0191' } })),
    decide(childFacts({ migration: {} })),
    decide(childFacts({ migration: assigned, municipality: open })),
    decide(childFacts({ migration: assigned, municipality: closed })),
    decide(childFacts()),
  ].map((decision): [string, ResponsibilityDecision] => [decision.rule, decision]);

  test('comes from another rule', () => {
    expect(decisions.map(([rule]) => rule)).toEqual(responsibilityRules);
  });

  test.each(decisions)('%s explains itself in both languages and cites the law', (_, decision) => {
    expect(decision.explanation.sv.length).toBeGreaterThan(20);
    expect(decision.explanation.en.length).toBeGreaterThan(20);
    expect(decision.explanation.en).not.toBe(decision.explanation.sv);
    expect(decision.basis.length).toBeGreaterThan(0);
    expect(new Set(decision.basis).size).toBe(decision.basis.length);
  });

  test.each(decisions)('%s gives contacts, those who answer now first, and steps', (_, decision) => {
    for (const when of [at, new Date('2026-03-16T01:30:00Z')]) {
      const openings = contactsOf(decision, when).map(({ openNow }) => openNow);
      expect(openings[0]).toBe(true);
      expect(openings).toEqual([...openings].sort((a, b) => Number(b) - Number(a)));
    }
    expect(stepsOf(decision).length).toBeGreaterThan(7);
  });
});
