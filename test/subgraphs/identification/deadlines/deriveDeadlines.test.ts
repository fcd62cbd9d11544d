import {
  deadlineKinds,
  deriveDeadlines,
  type Deadline,
  type DeadlineKind,
} from '../../../../subgraphs/identification/deadlines';
import type { DutyTaken, MunicipalityFacts } from '../../../../subgraphs/identification/facts';
import { childFacts, episode } from '../childFacts';

type Known = Parameters<typeof childFacts>[0];

function deadline(kind: DeadlineKind, known: Known, now: string): Deadline | undefined {
  const deadlines = deriveDeadlines(childFacts(known), new Date(now)) as Deadline[];
  return deadlines.find((one) => one.kind === kind);
}

const away = (more = {}): Partial<MunicipalityFacts> => ({
  episodes: [episode('2026-03-10T08:00:00Z', more)],
});

describe('POLICE_REPORT_24H', () => {
  const kind = 'POLICE_REPORT_24H';

  test.each([
    ['pending at twenty hours', {}, '2026-03-11T04:00:00Z', 'PENDING'],
    ['pending at twenty-four', {}, '2026-03-11T08:00:00Z', 'PENDING'],
    ['overdue after', {}, '2026-03-11T08:00:01Z', 'OVERDUE'],
    ['done when reported', { missingReportedAt: '2026-03-10T20:00:00Z' }, '2026-03-12T08:00:00Z', 'DONE'],
    [
      'done when reported late',
      { missingReportedAt: '2026-03-13T20:00:00Z' },
      '2026-03-14T08:00:00Z',
      'DONE',
    ],
    [
      'not done by an earlier report',
      { missingReportedAt: '2026-02-10T20:00:00Z' },
      '2026-03-12T08:00:00Z',
      'OVERDUE',
    ],
  ])('is %s', (_, police, now, state) => {
    expect(deadline(kind, { municipality: away(), police }, now)).toMatchObject({
      dueAt: '2026-03-11T08:00:00.000Z',
      state,
    });
  });

  test.each([
    ['not done by a report from before the child was back that day', '2026-03-10T06:30:00Z', 'PENDING'],
    ['done by one since', '2026-03-10T08:30:00Z', 'DONE'],
  ])('of the second absconding of a day is %s', (_, missingReportedAt, state) => {
    const first = episode('2026-03-10T06:00:00Z', { returnedAt: '2026-03-10T07:00:00Z' });
    const municipality = { episodes: [episode('2026-03-10T08:00:00Z'), first] };
    const now = '2026-03-10T09:00:00Z';
    expect(deadline(kind, { municipality, police: { missingReportedAt } }, now)).toMatchObject({ state });
  });

  test('runs from the discovery when that came later', () => {
    const municipality = away({ discoveredAt: '2026-03-10T18:00:00Z' });
    expect(deadline(kind, { municipality }, '2026-03-11T00:00:00Z')).toMatchObject({
      dueAt: '2026-03-11T18:00:00.000Z',
    });
  });

  test.each(['returnedAt', 'foundAt', 'leftCountryConfirmedAt'])('is cancelled by %s', (end) => {
    const municipality = away({ [end]: '2026-03-10T12:00:00Z' });
    expect(deadline(kind, { municipality }, '2026-03-20T00:00:00Z')).toMatchObject({ state: 'CANCELLED' });
  });

  test.each([
    ['the guardian at first', {}, true, '2026-03-10T19:59:59Z', 'GUARDIAN'],
    ['social services when half the time has gone', {}, true, '2026-03-10T20:00:00Z', 'SOCIAL_SERVICES'],
    ['social services when there is no guardian', {}, false, '2026-03-10T09:00:00Z', 'SOCIAL_SERVICES'],
    [
      'social services in the arrival stage',
      { arrivalStage: true },
      true,
      '2026-03-10T09:00:00Z',
      'SOCIAL_SERVICES',
    ],
  ])('belongs to %s', (_, more, hasGuardian, now, owner) => {
    expect(deadline(kind, { municipality: away(more), guardianship: { hasGuardian } }, now)).toMatchObject({
      owner,
    });
  });

  test.each([
    ['forward', '2026-03-28T20:00:00Z', '2026-03-29T20:00:00.000Z'],
    ['back', '2026-10-24T20:00:00Z', '2026-10-25T20:00:00.000Z'],
  ])('is twenty-four elapsed hours on the night the clocks go %s', (_, abscondedAt, dueAt) => {
    const municipality = { episodes: [episode(abscondedAt)] };
    expect(deadline(kind, { municipality }, abscondedAt)).toMatchObject({ dueAt });
  });
});

describe('a duty that somebody has taken on', () => {
  const now = '2026-03-11T03:00:00Z';
  const taken = (more: Partial<DutyTaken> = {}): DutyTaken => ({
    kind: 'POLICE_REPORT_24H',
    dueAt: '2026-03-11T08:00:00.000Z',
    owner: 'GUARDIAN',
    takenAt: '2026-03-10T10:00:00.000Z',
    ...more,
  });
  const report = (takenOn: DutyTaken[], at = now): Deadline | undefined => {
    const facts = { ...childFacts({ municipality: away(), guardianship: { hasGuardian: true } }), takenOn };
    return (deriveDeadlines(facts, new Date(at)) as Deadline[]).find(({ kind }) => kind.startsWith('POLICE'));
  };

  test('stays with the first who took it on, and is told to nobody else', () => {
    const both = [taken(), taken({ owner: 'SOCIAL_SERVICES', takenAt: '2026-03-10T11:00:00.000Z' })];
    expect(report(both)).toMatchObject({
      owner: 'GUARDIAN',
      passesOnAt: [],
      acknowledgedBy: 'SOCIAL_SERVICES',
    });
  });

  test('is social services’ and overdue when it was not done', () => {
    expect(report([taken()], '2026-03-11T08:00:01Z')).toMatchObject({
      owner: 'SOCIAL_SERVICES',
      state: 'OVERDUE',
      acknowledgedBy: 'GUARDIAN',
      acknowledgedAt: '2026-03-10T10:00:00.000Z',
    });
  });

  test.each([
    ['another moment', { dueAt: '2026-03-11T09:00:00.000Z' }],
    ['another kind', { kind: 'PROTECTION_ASSESSMENT' }],
  ])('is not the one of %s', (_, more) => {
    const deadline = report([taken(more)])!;
    expect(deadline).toMatchObject({ owner: 'HOME' });
    expect(deadline).not.toHaveProperty('acknowledgedBy');
  });
});

describe('INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H', () => {
  const kind = 'INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H';

  test.each([
    [null, '2026-03-10T20:00:00Z', 'PENDING'],
    [null, '2026-03-12T20:00:00Z', 'OVERDUE'],
    ['2026-03-10T09:00:00Z', '2026-03-12T20:00:00Z', 'DONE'],
    ['2025-03-10T09:00:00Z', '2026-03-12T20:00:00Z', 'OVERDUE'],
  ])('told at %s is, at %s, %s', (guardianInformedAt, now, state) => {
    const municipality = { ...away(), guardianInformedAt };
    expect(deadline(kind, { municipality }, now)).toMatchObject({ owner: 'HOME', state });
  });

  test('does not exist in the arrival stage', () => {
    expect(
      deadline(kind, { municipality: away({ arrivalStage: true }) }, '2026-03-10T20:00:00Z'),
    ).toBeUndefined();
  });
});

test.each([
  ['2026-03-12T07:59:59Z', {}, 'PENDING'],
  ['2026-03-12T08:00:00Z', {}, 'DONE'],
  ['2026-03-11T08:00:00Z', { returnedAt: '2026-03-10T12:00:00Z' }, 'CANCELLED'],
])('TRAFFICKING_WATCH_48H at %s with %j is %s', (now, more, state) => {
  expect(deadline('TRAFFICKING_WATCH_48H', { municipality: away(more) }, now)).toMatchObject({
    dueAt: '2026-03-12T08:00:00.000Z',
    state,
  });
});

describe('PROTECTION_ASSESSMENT', () => {
  const kind = 'PROTECTION_ASSESSMENT';
  const concern = { concernToAssessAt: '2026-03-01T08:00:00Z' };
  const assessed = { protectionAssessedAt: '2026-03-01T10:00:00Z' };

  test.each([
    ['a report of concern', concern, '2026-03-02T08:00:00.000Z', 'OVERDUE'],
    ['an absconding', away(), '2026-03-11T08:00:00.000Z', 'PENDING'],
    [
      'an absconding since the last assessment',
      { ...concern, ...assessed, ...away() },
      '2026-03-11T08:00:00.000Z',
      'PENDING',
    ],
    [
      'the report that an absconding found unassessed',
      { ...concern, ...away() },
      '2026-03-02T08:00:00.000Z',
      'OVERDUE',
    ],
  ])('is called for by %s', (_, municipality, dueAt, state) => {
    expect(deadline(kind, { municipality }, '2026-03-10T12:00:00Z')).toMatchObject({ dueAt, state });
  });

  test.each([
    ['done by an assessment since', { ...away(), protectionAssessedAt: '2026-03-10T09:00:00Z' }, 'DONE'],
    ['not done by one from before', { ...away(), protectionAssessedAt: '2026-03-09T09:00:00Z' }, 'OVERDUE'],
    ['cancelled by a return', away({ returnedAt: '2026-03-10T12:00:00Z' }), 'CANCELLED'],
    [
      'not cancelled by the return from an earlier absconding',
      { ...away({ returnedAt: '2026-03-10T12:00:00Z' }), concernToAssessAt: '2026-03-11T08:00:00Z' },
      'OVERDUE',
    ],
    ['cancelled with the case', { ...concern, caseStatus: 'CLOSED' as const }, 'CANCELLED'],
  ])('is %s', (_, municipality, state) => {
    expect(deadline(kind, { municipality }, '2026-03-20T12:00:00Z')).toMatchObject({ state });
  });
});

describe('INVESTIGATION_DECISION_14D', () => {
  const concern = { concernReceivedAt: '2026-03-20T12:00:00Z' };

  test.each([
    ['pending', {}, '2026-04-03T11:00:00Z', 'PENDING'],
    ['overdue', {}, '2026-04-03T11:00:01Z', 'OVERDUE'],
    [
      'done when an investigation opens',
      { investigationOpenedAt: '2026-03-25T12:00:00Z' },
      '2026-05-01T00:00:00Z',
      'DONE',
    ],
    [
      'done when one was under way',
      { investigationOpenedAt: '2026-02-25T12:00:00Z' },
      '2026-05-01T00:00:00Z',
      'DONE',
    ],
    [
      'not done by one that was over',
      { investigationOpenedAt: '2026-01-25T12:00:00Z', investigationClosedAt: '2026-02-25T12:00:00Z' },
      '2026-05-01T00:00:00Z',
      'OVERDUE',
    ],
  ])('is %s, with the hour kept over the clock change', (_, more, now, state) => {
    expect(
      deadline('INVESTIGATION_DECISION_14D', { municipality: { ...concern, ...more } }, now),
    ).toMatchObject({
      dueAt: '2026-04-03T11:00:00.000Z',
      state,
    });
  });
});

test.each([
  ['2026-01-15T12:00:00Z', null, '2026-05-15T11:00:00.000Z', 'PENDING'],
  ['2025-10-31T12:00:00Z', null, '2026-02-28T12:00:00.000Z', 'OVERDUE'],
  ['2025-10-31T12:00:00Z', '2026-02-01T12:00:00Z', '2026-02-28T12:00:00.000Z', 'DONE'],
])('INVESTIGATION_4M opened %s, closed %s is due %s and %s', (opened, closedAt, dueAt, state) => {
  const municipality = { investigationOpenedAt: opened, investigationClosedAt: closedAt };
  expect(deadline('INVESTIGATION_4M', { municipality }, '2026-04-01T12:00:00Z')).toMatchObject({
    dueAt,
    state,
  });
});

describe('care under LVU', () => {
  const decided = { careOrderDecidedAt: '2026-03-25T12:00:00Z' };

  test.each([
    [null, '2026-04-01T11:00:00Z', 'PENDING'],
    [null, '2026-04-01T11:00:01Z', 'OVERDUE'],
    ['2026-03-30T12:00:00Z', '2026-04-10T12:00:00Z', 'DONE'],
    ['2025-03-30T12:00:00Z', '2026-04-10T12:00:00Z', 'OVERDUE'],
  ])('submitted %s is at %s %s, a week from the decision', (careOrderSubmittedAt, now, state) => {
    const municipality = { ...decided, careOrderSubmittedAt };
    expect(deadline('LVU_SUBMIT_1W', { municipality }, now)).toMatchObject({
      dueAt: '2026-04-01T11:00:00.000Z',
      state,
    });
  });

  test.each([
    [null, '2026-04-20T12:00:00Z', 'PENDING'],
    [null, '2026-05-20T12:00:00Z', 'OVERDUE'],
    ['2026-04-10T12:00:00Z', '2026-05-20T12:00:00Z', 'DONE'],
  ])('applied for %s is at %s %s, four weeks from the execution', (careAppliedAt, now, state) => {
    const municipality = { ...decided, careOrderExecutedAt: '2026-03-26T12:00:00Z', careAppliedAt };
    expect(deadline('LVU_APPLY_4W', { municipality }, now)).toMatchObject({
      dueAt: '2026-04-23T11:00:00.000Z',
      state,
    });
  });

  test('no application is due while the order has not been executed', () => {
    expect(deadline('LVU_APPLY_4W', { municipality: decided }, '2026-05-20T12:00:00Z')).toBeUndefined();
  });
});

test.each([
  ['2026-06-09T21:59:59Z', {}, 'PENDING'],
  ['2026-06-09T22:00:00Z', {}, 'DONE'],
  ['2026-06-09T21:59:59Z', { foundAt: '2026-04-01T12:00:00Z' }, 'CANCELLED'],
])('MISSING_AFTER_3M at %s with %j is %s', (now, more, state) => {
  expect(deadline('MISSING_AFTER_3M', { municipality: away(more) }, now)).toMatchObject({
    dueAt: '2026-06-09T22:00:00.000Z',
    state,
  });
});

test.each([
  ['2026-03-20T22:59:00Z', {}, 'PENDING'],
  ['2026-03-20T23:00:01Z', {}, 'OVERDUE'],
  ['2026-03-20T23:00:01Z', { caseStatus: 'CLOSED' as const }, 'CANCELLED'],
])('RISK_FOLLOW_UP on 20 March is at %s with %j %s', (now, more, state) => {
  const municipality = { nextRiskFollowUpOn: '2026-03-20', ...more };
  expect(deadline('RISK_FOLLOW_UP', { municipality }, now)).toMatchObject({
    dueAt: '2026-03-20T23:00:00.000Z',
    state,
  });
});

test.each([
  ['2026-03-19T22:59:59Z', null, 'PENDING'],
  ['2026-03-19T23:00:00Z', null, 'DONE'],
  ['2026-01-19T23:00:00Z', true, 'CANCELLED'],
])('EIGHTEENTH_BIRTHDAY at %s, decided adult %s, is %s', (now, adult, state) => {
  expect(
    deadline('EIGHTEENTH_BIRTHDAY', { migration: { birthDate: '2008-03-20', adult } }, now),
  ).toMatchObject({
    dueAt: '2026-03-19T23:00:00.000Z',
    state,
  });
});

describe('INFORM_MIGRATION_AGENCY_24H', () => {
  const kind = 'INFORM_MIGRATION_AGENCY_24H';
  const migration = {};

  test.each([
    [null, '2026-03-11T08:00:00Z', 'PENDING'],
    [null, '2026-03-11T08:00:01Z', 'OVERDUE'],
    ['2026-03-12T09:00:00Z', '2026-03-13T08:00:00Z', 'DONE'],
    ['2026-02-12T09:00:00Z', '2026-03-13T08:00:00Z', 'OVERDUE'],
  ])('told at %s is, at %s, %s', (migrationAgencyInformedAt, now, state) => {
    expect(
      deadline(kind, { migration, municipality: away(), duties: { migrationAgencyInformedAt } }, now),
    ).toMatchObject({ dueAt: '2026-03-11T08:00:00.000Z', owner: 'SOCIAL_SERVICES', state });
  });

  test('is cancelled when the child is found', () => {
    const municipality = away({ foundAt: '2026-03-10T12:00:00Z' });
    expect(deadline(kind, { migration, municipality }, '2026-03-20T00:00:00Z')).toMatchObject({
      state: 'CANCELLED',
    });
  });

  test('does not exist for a child who has never applied', () => {
    expect(deadline(kind, { municipality: away() }, '2026-03-10T20:00:00Z')).toBeUndefined();
  });

  test.each([
    ['2026-03-28T20:00:00Z', '2026-03-29T20:00:00.000Z'],
    ['2026-10-24T20:00:00Z', '2026-10-25T20:00:00.000Z'],
  ])('is twenty-four elapsed hours on the night the clocks change: %s to %s', (abscondedAt, dueAt) => {
    const municipality = { episodes: [episode(abscondedAt)] };
    expect(deadline(kind, { migration, municipality }, abscondedAt)).toMatchObject({ dueAt });
  });
});

describe('CONCERN_REPLY_1W', () => {
  const kind = 'CONCERN_REPLY_1W';

  test.each([
    ['2026-03-25T12:00:00Z', '2026-04-01T11:00:00.000Z'],
    ['2026-10-20T10:00:00Z', '2026-10-27T11:00:00.000Z'],
    ['2028-02-25T12:00:00Z', '2028-03-03T12:00:00.000Z'],
  ])('on a decision of %s is due %s, at the same hour of the day', (concernDecidedAt, dueAt) => {
    expect(deadline(kind, { duties: { concernDecidedAt } }, concernDecidedAt)).toMatchObject({
      dueAt,
      state: 'PENDING',
    });
  });

  test.each([
    [null, '2026-04-01T11:00:01Z', 'OVERDUE'],
    ['2026-03-26T12:00:00Z', '2026-03-27T12:00:00Z', 'DONE'],
    ['2026-04-20T12:00:00Z', '2026-05-01T12:00:00Z', 'DONE'],
  ])('told at %s is, at %s, %s', (reporterToldAt, now, state) => {
    const duties = { concernDecidedAt: '2026-03-25T12:00:00Z', reporterToldAt };
    expect(deadline(kind, { duties }, now)).toMatchObject({ state });
  });

  test('does not exist before the decision', () => {
    const municipality = { concernReceivedAt: '2026-03-25T12:00:00Z' };
    expect(deadline(kind, { municipality }, '2026-03-26T12:00:00Z')).toBeUndefined();
  });
});

describe('CARE_REVIEW_6M', () => {
  const kind = 'CARE_REVIEW_6M';

  test.each([
    ['a month without that day', '2025-08-31', '2026-02-28T23:00:00.000Z'],
    ['the leap day', '2027-08-31', '2028-02-29T23:00:00.000Z'],
    ['the day after a leap day that is not there', '2025-08-29', '2026-02-28T23:00:00.000Z'],
    ['the short day of March', '2025-09-29', '2026-03-29T22:00:00.000Z'],
    ['the long day of October', '2026-04-25', '2026-10-25T23:00:00.000Z'],
  ])('lasts over %s: care since %s, due %s', (_, careSince, dueAt) => {
    const now = `${careSince}T12:00:00Z`;
    expect(deadline(kind, { duties: { careSince } }, now)).toMatchObject({ dueAt, state: 'PENDING' });
  });

  test.each([
    ['moved by a review', '2025-12-01', '2026-06-01T22:00:00.000Z', 'PENDING'],
    ['not moved by the review of an earlier care', '2025-05-01', '2026-02-28T23:00:00.000Z', 'OVERDUE'],
  ])('is %s', (_, careReviewedOn, dueAt, state) => {
    const duties = { careSince: '2025-08-31', careReviewedOn };
    expect(deadline(kind, { duties }, '2026-03-02T12:00:00Z')).toMatchObject({ dueAt, state });
  });

  test('is cancelled with the case, and does not exist without care', () => {
    const known = { municipality: { caseStatus: 'CLOSED' as const }, duties: { careSince: '2025-08-31' } };
    expect(deadline(kind, known, '2026-03-02T12:00:00Z')).toMatchObject({ state: 'CANCELLED' });
    expect(
      deadline(kind, { duties: { careReviewedOn: '2025-08-31' } }, '2026-03-02T12:00:00Z'),
    ).toBeUndefined();
  });
});

describe('RECONCILIATION_MEETING', () => {
  const kind = 'RECONCILIATION_MEETING';
  const missing = { episodes: [episode('2026-02-10T08:00:00Z')] };

  test.each([
    ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['2028-02-29', '2028-02-29T23:00:00.000Z'],
  ])('set for %s is due %s', (nextMeetingOn, dueAt) => {
    const known = { municipality: missing, duties: { nextMeetingOn } };
    expect(deadline(kind, known, '2026-02-12T12:00:00Z')).toMatchObject({ dueAt, state: 'PENDING' });
    expect(deadline(kind, known, '2028-03-01T12:00:00Z')).toMatchObject({ state: 'OVERDUE' });
  });

  test.each([
    [
      'the child is back',
      { episodes: [episode('2026-02-10T08:00:00Z', { returnedAt: '2026-03-01T08:00:00Z' })] },
    ],
    ['the case is closed', { ...missing, caseStatus: 'CLOSED' as const }],
  ])('is cancelled when %s', (_, municipality) => {
    const known = { municipality, duties: { nextMeetingOn: '2026-03-10' } };
    expect(deadline(kind, known, '2026-03-20T12:00:00Z')).toMatchObject({ state: 'CANCELLED' });
  });
});

describe('TRANSFER_ANSWER_1M', () => {
  const kind = 'TRANSFER_ANSWER_1M';

  test.each([
    ['2026-01-31T12:00:00Z', '2026-02-28T12:00:00.000Z'],
    ['2028-01-31T12:00:00Z', '2028-02-29T12:00:00.000Z'],
    ['2026-03-10T12:00:00Z', '2026-04-10T11:00:00.000Z'],
    // The hour that is there twice: the first of the two.
    ['2026-09-25T00:30:00Z', '2026-10-25T00:30:00.000Z'],
    // The hour that is not there, between two and three.
    ['2027-02-28T01:30:00Z', '2027-03-28T01:30:00.000Z'],
  ])('asked for at %s is due %s', (transferRequestedAt, dueAt) => {
    expect(deadline(kind, { duties: { transferRequestedAt } }, transferRequestedAt)).toMatchObject({
      dueAt,
      state: 'PENDING',
    });
  });

  test.each([
    [null, 'OVERDUE'],
    ['2026-02-20T12:00:00Z', 'DONE'],
    ['2026-01-30T23:00:00Z', 'DONE'],
  ])('answered at %s is %s', (transferAnsweredAt, state) => {
    const duties = { transferRequestedAt: '2026-01-31T12:00:00Z', transferAnsweredAt };
    expect(deadline(kind, { duties }, '2026-03-01T12:00:00Z')).toMatchObject({ state });
  });
});

describe('REPRESENTATIVE_15WD', () => {
  const kind = 'REPRESENTATIVE_15WD';

  test.each([
    ['Midsummer Eve', '2026-06-12', '2026-07-06T22:00:00.000Z'],
    ['Christmas, New Year and Epiphany', '2026-12-18', '2027-01-15T23:00:00.000Z'],
    ['Easter and the change of the clocks', '2027-03-19', '2027-04-13T22:00:00.000Z'],
    ['the leap day', '2028-02-10', '2028-03-02T23:00:00.000Z'],
  ])('counts working days over %s: applied on %s, due %s', (_, appliedOn, dueAt) => {
    expect(deadline(kind, { duties: { appliedOn } }, `${appliedOn}T12:00:00Z`)).toMatchObject({
      dueAt,
      owner: 'MIGRATION_AGENCY',
      state: 'PENDING',
    });
  });

  test.each([
    ['overdue', {}, {}, 'OVERDUE'],
    ['done by an appointment', {}, { appointedOn: '2026-07-20' }, 'DONE'],
    ['cancelled when the child is found to be an adult', { adult: true }, {}, 'CANCELLED'],
    ['cancelled at eighteen', { birthDate: '2008-07-01' }, {}, 'CANCELLED'],
  ])('is %s', (_, migration, duties, state) => {
    const known = { migration, duties: { appliedOn: '2026-06-12', ...duties } };
    expect(deadline(kind, known, '2026-08-01T12:00:00Z')).toMatchObject({ state });
  });

  test('does not exist for an earlier application, nor while nobody can say whether there is one', () => {
    const now = '2026-08-01T12:00:00Z';
    expect(deadline(kind, { duties: { appliedOn: '2026-06-11' } }, now)).toBeUndefined();
    expect(deadline(kind, { duties: { appliedOn: '2026-06-12' }, guardianship: null }, now)).toBeUndefined();
  });
});

describe('the list', () => {
  const everything: Known = {
    migration: { birthDate: '2010-03-20' },
    municipality: {
      ...away(),
      concernReceivedAt: '2026-03-09T12:00:00Z',
      investigationOpenedAt: '2026-03-10T12:00:00Z',
      careOrderDecidedAt: '2026-03-10T14:00:00Z',
      careOrderExecutedAt: '2026-03-11T14:00:00Z',
      nextRiskFollowUpOn: '2026-03-17',
    },
    duties: {
      appliedOn: '2026-06-12',
      nextMeetingOn: '2026-03-19',
      careSince: '2026-03-01',
      concernDecidedAt: '2026-03-10T12:00:00Z',
      transferRequestedAt: '2026-03-10T12:00:00Z',
    },
  };

  test('holds every kind once, soonest first', () => {
    const deadlines = deriveDeadlines(childFacts(everything), new Date('2026-03-10T15:00:00Z')) as Deadline[];
    expect(deadlines.map(({ kind }) => kind).sort()).toEqual([...deadlineKinds].sort());
    const due = deadlines.map(({ dueAt }) => dueAt);
    expect(due).toEqual([...due].sort());
  });

  test('is empty for a child of whom nothing is due', () => {
    expect(deriveDeadlines(childFacts(), new Date('2026-03-10T15:00:00Z'))).toEqual([]);
  });

  test.each([
    ['municipality', ['MUNICIPALITY']],
    ['migration', ['MIGRATION_AGENCY']],
    ['police', ['POLICE']],
  ])('is undecidable without %s', (agency, undecidable) => {
    const facts = childFacts({ ...everything, [agency]: null });
    expect(deriveDeadlines(facts, new Date('2026-03-10T15:00:00Z'))).toEqual({ undecidable });
  });

  test('needs neither the guardianship board nor, without an absconding, the police', () => {
    const facts = childFacts({ migration: { birthDate: '2010-03-20' }, police: null, guardianship: null });
    expect(deriveDeadlines(facts, new Date('2026-03-10T15:00:00Z'))).toMatchObject([
      { kind: 'EIGHTEENTH_BIRTHDAY' },
    ]);
  });
});
