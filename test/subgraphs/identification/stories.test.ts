import { summariseAbsconding } from '../../../subgraphs/identification/absconding';
import { deriveDeadlines, type Deadline } from '../../../subgraphs/identification/deadlines';
import type { ChildFacts } from '../../../subgraphs/identification/facts';
import { composeGuidance } from '../../../subgraphs/identification/guidance';
import {
  contactsOf,
  decideResponsibility,
  type ResponsibilityDecision,
} from '../../../subgraphs/identification/responsibility';
import { childFacts, episode } from './childFacts';

const now = new Date('2026-03-16T11:00:00Z');

/** The demo world's children, as the agencies' facts give them on 16 March 2026 at noon. */
interface Story {
  key: string;
  facts: ChildFacts | 'UNIDENTIFIED';
  foundIn: string;
  responsibility: Partial<ResponsibilityDecision>;
  absconding?: Record<string, unknown>;
}

const assignedTo = (code: string, birthDate = '2010-09-16') => ({
  birthDate,
  assignedMunicipality: code,
  assignedOn: '2025-03-16',
});
const openCaseIn = (code: string) => ({ caseMunicipality: code, caseStatus: 'OPEN' as const });

const stories: Story[] = [
  {
    key: 'open-case',
    facts: childFacts({
      migration: assignedTo('2580', '2010-01-16'),
      municipality: {
        ...openCaseIn('2580'),
        placementMunicipality: '2580',
        placedBy: '2580',
        episodes: [episode('2026-03-06T11:00:00Z')],
      },
      police: { missingReportedAt: '2026-03-07T11:00:00Z' },
      guardianship: { hasGuardian: true },
    }),
    foundIn: '0180',
    responsibility: {
      rule: 'ASSIGNED_CASE_OPEN',
      authority: 'MUNICIPALITY',
      municipality: '2580',
      interim: '0180',
    },
    absconding: { absconded: true, abscondedOn: '2026-03-06', status: 'ABSCONDED' },
  },
  {
    key: 'arrival-stage',
    facts: childFacts({
      migration: { birthDate: '2011-03-16', arrivalMunicipality: '0191' },
      municipality: {
        ...openCaseIn('0191'),
        placementMunicipality: '0191',
        placedBy: '0191',
        episodes: [episode('2026-03-15T15:00:00Z', { arrivalStage: true })],
      },
    }),
    foundIn: '1280',
    responsibility: {
      rule: 'ARRIVAL_CASE_OPEN',
      authority: 'MUNICIPALITY',
      municipality: '0191',
      interim: '1280',
    },
    absconding: { absconded: true, arrivalStage: true },
  },
  {
    key: 'closed-case',
    facts: childFacts({
      migration: assignedTo('2584', '2009-03-16'),
      municipality: {
        caseMunicipality: '2584',
        caseStatus: 'CLOSED',
        caseClosedAt: '2026-02-16T11:00:00Z',
        episodes: [episode('2025-10-16T11:00:00Z')],
      },
    }),
    foundIn: '1480',
    responsibility: {
      rule: 'ASSIGNED_CASE_CLOSED',
      authority: 'MIGRATION_AGENCY',
      municipality: null,
      interim: '1480',
    },
    absconding: { absconded: true, status: 'MISSING' },
  },
  {
    key: 'adult-by-decision',
    facts: childFacts({
      migration: { ...assignedTo('0127', '2009-03-16'), adult: true },
      municipality: { ...openCaseIn('0127'), episodes: [episode('2026-02-24T11:00:00Z')] },
      guardianship: { adult: false, hasGuardian: true },
    }),
    foundIn: '0127',
    responsibility: { rule: 'ADULT', authority: 'MIGRATION_AGENCY', municipality: null },
  },
  {
    key: 'residence-permit',
    facts: childFacts({
      migration: { ...assignedTo('0127', '2012-03-16'), residencePermit: true },
      municipality: {
        ...openCaseIn('0127'),
        placementMunicipality: '0127',
        placedBy: '0127',
        episodes: [episode('2026-03-14T11:00:00Z')],
      },
    }),
    foundIn: '0184',
    responsibility: { rule: 'RESIDENCE_PERMIT', authority: 'MUNICIPALITY', municipality: '0127' },
  },
  {
    key: 'placed-elsewhere',
    facts: childFacts({
      migration: assignedTo('0126'),
      municipality: {
        ...openCaseIn('0126'),
        placementMunicipality: '2560',
        placedBy: '0126',
        episodes: [episode('2026-03-13T11:00:00Z')],
      },
    }),
    foundIn: '2580',
    responsibility: {
      rule: 'PLACED_ELSEWHERE',
      authority: 'MUNICIPALITY',
      municipality: '0126',
      interim: '2580',
    },
  },
  {
    key: 'unassigned-closed',
    facts: childFacts({
      migration: { birthDate: '2010-03-16', arrivalMunicipality: '0184' },
      municipality: {
        caseMunicipality: '0184',
        caseStatus: 'CLOSED',
        caseClosedAt: '2026-02-16T11:00:00Z',
        episodes: [episode('2025-11-16T11:00:00Z')],
      },
    }),
    foundIn: '1280',
    responsibility: { rule: 'UNASSIGNED_CASE_CLOSED', authority: 'MIGRATION_AGENCY', interim: '1280' },
  },
  {
    key: 'never-applied',
    facts: childFacts({ police: { foundEvents: [{ foundIn: '0180', at: '2026-03-10T11:00:00Z' }] } }),
    foundIn: '1480',
    responsibility: { rule: 'NEVER_APPLIED', authority: 'MUNICIPALITY', municipality: '1480', interim: null },
    absconding: { absconded: false, status: null },
  },
  {
    key: 'protected, to those in charge',
    facts: childFacts({
      migration: assignedTo('0163', '2013-03-16'),
      municipality: { ...openCaseIn('0163'), episodes: [episode('2026-03-15T11:00:00Z')] },
    }),
    foundIn: '0180',
    responsibility: { rule: 'ASSIGNED_CASE_OPEN', municipality: '0163' },
  },
  {
    key: 'twin-a',
    facts: childFacts({
      migration: assignedTo('0114', '2010-12-16'),
      municipality: { ...openCaseIn('0114'), episodes: [episode('2026-03-09T11:00:00Z')] },
    }),
    foundIn: '0180',
    responsibility: { rule: 'ASSIGNED_CASE_OPEN', municipality: '0114' },
    absconding: { absconded: true },
  },
  {
    key: 'twin-b',
    facts: childFacts({
      migration: assignedTo('0114', '2010-12-16'),
      municipality: openCaseIn('0114'),
    }),
    foundIn: '0180',
    responsibility: { rule: 'ASSIGNED_CASE_OPEN', municipality: '0114' },
    absconding: { absconded: false, status: null },
  },
  {
    key: 'returned',
    facts: childFacts({
      migration: assignedTo('2482', '2009-07-16'),
      municipality: {
        ...openCaseIn('2482'),
        episodes: [
          episode('2026-02-24T11:00:00Z', { returnedAt: '2026-03-04T11:00:00Z' }),
          episode('2025-12-16T11:00:00Z', { returnedAt: '2026-01-16T11:00:00Z' }),
          episode('2025-07-16T11:00:00Z', { returnedAt: '2025-08-16T11:00:00Z' }),
        ],
      },
    }),
    foundIn: '0180',
    responsibility: { rule: 'ASSIGNED_CASE_OPEN', municipality: '2482' },
    absconding: { absconded: false, abscondedOn: null, status: 'RETURNED' },
  },
  {
    key: 'other-name-other-age',
    facts: childFacts({
      migration: assignedTo('1280', '2012-03-16'),
      municipality: { ...openCaseIn('1280'), episodes: [episode('2026-02-04T11:00:00Z')] },
    }),
    foundIn: '0180',
    responsibility: { rule: 'ASSIGNED_CASE_OPEN', municipality: '1280' },
  },
  {
    key: 'three-months-today',
    facts: childFacts({
      migration: assignedTo('0140', '2010-06-16'),
      municipality: { ...openCaseIn('0140'), episodes: [episode('2025-12-16T18:00:00Z')] },
    }),
    foundIn: '0180',
    responsibility: { rule: 'ASSIGNED_CASE_OPEN', municipality: '0140', interim: '0180' },
    absconding: { absconded: true, status: 'MISSING', abscondedOn: '2025-12-16' },
  },
  {
    key: 'eighteen-yesterday, to the social worker in charge',
    facts: childFacts({
      migration: assignedTo('2581', '2008-03-15'),
      municipality: { ...openCaseIn('2581'), episodes: [episode('2026-02-14T11:00:00Z')] },
    }),
    foundIn: '0180',
    responsibility: { rule: 'ADULT', authority: 'MIGRATION_AGENCY' },
  },
  {
    key: 'nobody',
    facts: 'UNIDENTIFIED',
    foundIn: '0180',
    responsibility: { rule: 'UNIDENTIFIED', authority: 'MUNICIPALITY', municipality: '0180', interim: null },
  },
];

describe.each(stories)('the story $key', ({ facts, foundIn, responsibility, absconding }) => {
  test('names who is responsible, by which rule, and somebody to call', () => {
    const decision = decideResponsibility(facts, foundIn, now) as ResponsibilityDecision;
    expect(decision).toMatchObject(responsibility);
    expect(contactsOf(decision, now)[0]).toMatchObject({ openNow: true });
  });

  test('says whether the child has absconded', () => {
    if (facts === 'UNIDENTIFIED') return;
    expect(summariseAbsconding(facts, now)).toMatchObject(absconding ?? { absconded: true });
  });
});

test('twenty hours into the arrival stage the police report is still pending', () => {
  const { facts } = stories.find(({ key }) => key === 'arrival-stage')!;
  const deadlines = deriveDeadlines(facts as ChildFacts, now) as Deadline[];
  expect(deadlines.find(({ kind }) => kind === 'POLICE_REPORT_24H')).toEqual({
    kind: 'POLICE_REPORT_24H',
    dueAt: '2026-03-16T15:00:00.000Z',
    owner: 'SOCIAL_SERVICES',
    state: 'PENDING',
    passesOnAt: ['2026-03-16T09:00:00.000Z'],
  });
});

test('at half past two at night Nykvarn answers through the police on 114 14', () => {
  const night = new Date('2026-03-16T01:30:00Z');
  const { facts } = stories.find(({ key }) => key === 'three-months-today')!;
  const decision = decideResponsibility(facts, '0180', night) as ResponsibilityDecision;
  expect(contactsOf(decision, night)[0]!.phones[0]!.display).toBe('114 14');
});

test('guidance for nobody sends the concern report to the municipality of finding', () => {
  const guidance = composeGuidance('0180', now);
  expect(guidance.text.sv).toContain('orosanmälan till socialtjänsten i Stockholm');
  expect(guidance.contacts[0]).toMatchObject({ municipality: '0180', openNow: true });
});
