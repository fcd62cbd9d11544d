import { nextMoment, stagesOf } from '../../../../subgraphs/identification/clock/stages';
import {
  deadlineKinds,
  deriveDeadlines,
  type Deadline,
  type DeadlineKind,
} from '../../../../subgraphs/identification/deadlines';
import leads from '../../../../subgraphs/identification/clock/leads.json';
import { childFacts, episode } from '../childFacts';

type Known = Parameters<typeof childFacts>[0];

const derive = (known: Known, now: string): Deadline[] =>
  deriveDeadlines(childFacts(known), new Date(now)) as Deadline[];
/** What is told of one kind at a moment. */
const told = (kind: DeadlineKind, known: Known, now: string): string[] =>
  stagesOf(derive(known, now), new Date(now)).flatMap((one) => (one.kind === kind ? [one.stage] : []));
/** The moments at which a clock that only ever waits for the next one wakes, and what of one kind is new then. */
function run(kind: DeadlineKind, known: Known, from: string, until: string): string[] {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (let now: Date | null = new Date(from); now !== null && now <= new Date(until);) {
    const deadlines = derive(known, now.toISOString());
    for (const { kind: of, stage, dueAt } of stagesOf(deadlines, now)) {
      const mark = `${of} ${dueAt} ${stage}`;
      if (of === kind && !seen.has(mark)) lines.push(`${now.toISOString()} ${stage}`);
      seen.add(mark);
    }
    now = nextMoment(deadlines, now);
  }
  return lines;
}

test('every kind has a lead, with the plan or the law that the time limit rests on', () => {
  expect(Object.keys(leads).sort()).toEqual([...deadlineKinds].sort());
  for (const { basis, source, hours } of Object.values(leads)) {
    expect(basis !== null || source.length > 0).toBe(true);
    expect(hours).toBeGreaterThanOrEqual(0);
  }
});

test.each([
  ['the clocks go forward', '2026-03-28T20:00:00Z', '2026-03-29T00:00:00.000Z', '2026-03-29T20:00:01.000Z'],
  ['the clocks go back', '2026-10-24T20:00:00Z', '2026-10-25T00:00:00.000Z', '2026-10-25T20:00:01.000Z'],
])('the police report has its hours on the night %s', (_, abscondedAt, first, missed) => {
  const known = { municipality: { episodes: [episode(abscondedAt)] }, guardianship: { hasGuardian: true } };
  const lines = run('POLICE_REPORT_24H', known, abscondedAt, '2027-01-01T00:00:00Z');
  expect(lines[0]).toBe(`${first} APPROACHING GUARDIAN`);
  expect(lines.at(-1)).toBe(`${missed} MISSED`);
  expect(lines.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
    'APPROACHING GUARDIAN',
    'APPROACHING SOCIAL_SERVICES',
    'APPROACHING HOME',
    'MISSED',
  ]);
});

test.each([
  ['a month without its day', '2025-11-30T11:00:00Z', '2026-02-27T23:00:00Z'],
  ['a leap day', '2027-11-29T11:00:00Z', '2028-02-28T23:00:00Z'],
  ['the day before a leap day', '2027-11-30T11:00:00Z', '2028-02-28T23:00:00Z'],
  ['summer time', '2025-12-31T11:00:00Z', '2026-03-30T22:00:00Z'],
])('three calendar months end at local midnight: %s', (_, abscondedAt, midnight) => {
  const known = { municipality: { episodes: [episode(abscondedAt)] } };
  const before = new Date(Date.parse(midnight) - 1).toISOString();
  expect(told('MISSING_AFTER_3M', known, before)).toEqual(['APPROACHING SOCIAL_SERVICES']);
  expect(told('MISSING_AFTER_3M', known, midnight)).toEqual(['REACHED']);
});

test.each([
  ['2008-03-29', '2026-02-26T23:00:00.000Z', '2026-03-28T23:00:00Z'],
  ['2008-02-29', '2026-01-28T23:00:00.000Z', '2026-02-27T23:00:00Z'],
])(
  'the 18th birthday of one born on %s is told of thirty days ahead, and is never missed',
  (birthDate, ahead, day) => {
    const known = { migration: { birthDate } };
    expect(run('EIGHTEENTH_BIRTHDAY', known, '2025-12-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
      `${ahead} APPROACHING SOCIAL_SERVICES`,
    ]);
    expect(derive(known, day).find(({ kind }) => kind === 'EIGHTEENTH_BIRTHDAY')!.state).toBe('DONE');
  },
);

test('a watch that is nobody’s task is told to nobody', () => {
  const known = { municipality: { episodes: [episode('2026-03-10T08:00:00Z')] } };
  expect(run('TRAFFICKING_WATCH_48H', known, '2026-03-10T08:00:00Z', '2026-04-01T00:00:00Z')).toEqual([]);
});

test('what was done in time is neither near nor missed', () => {
  const known = {
    municipality: { episodes: [episode('2026-03-10T08:00:00Z')] },
    police: { missingReportedAt: '2026-03-10T10:00:00Z' },
  };
  expect(run('POLICE_REPORT_24H', known, '2026-03-10T08:00:00Z', '2026-04-01T00:00:00Z')).toEqual([]);
});
