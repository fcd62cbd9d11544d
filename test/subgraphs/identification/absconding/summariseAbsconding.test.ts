import { missingFrom, summariseAbsconding } from '../../../../subgraphs/identification/absconding';
import type { EpisodeFacts, PoliceFacts } from '../../../../subgraphs/identification/facts';
import { childFacts, episode } from '../childFacts';

const summarise = (episodes: EpisodeFacts[], now: string, police?: Partial<PoliceFacts> | null) =>
  summariseAbsconding(childFacts({ municipality: { episodes }, police }), new Date(now));

test('a child who never left has not absconded', () => {
  expect(summarise([], '2026-03-16T11:00:00Z')).toEqual({
    absconded: false,
    abscondedOn: null,
    status: null,
    arrivalStage: null,
  });
});

test('without the municipality there is no answer, without the police there is', () => {
  const now = new Date('2026-03-16T11:00:00Z');
  expect(summariseAbsconding(childFacts({ municipality: null }), now)).toEqual({
    undecidable: ['MUNICIPALITY'],
  });
  expect(summarise([episode('2026-03-15T11:00:00Z')], '2026-03-16T11:00:00Z', null)).toMatchObject({
    absconded: true,
    status: 'ABSCONDED',
  });
});

test('the date is the local one: half past eleven at night in UTC is the next day in Stockholm', () => {
  expect(summarise([episode('2026-03-10T23:30:00Z')], '2026-03-16T11:00:00Z')).toMatchObject({
    abscondedOn: '2026-03-11',
  });
});

describe('three calendar months, Europe/Stockholm', () => {
  test.each([
    ['an ordinary day', '2025-12-16T18:00:00Z', '2026-03-15T23:00:00.000Z'],
    ['the last of November, to the last of February', '2025-11-30T11:00:00Z', '2026-02-27T23:00:00.000Z'],
    ['the last of November before a leap year', '2027-11-30T11:00:00Z', '2028-02-28T23:00:00.000Z'],
    ['a leap day', '2028-02-29T11:00:00Z', '2028-05-28T22:00:00.000Z'],
    ['over the night the clocks go forward', '2026-01-15T11:00:00Z', '2026-04-14T22:00:00.000Z'],
    ['over the night the clocks go back', '2026-08-25T11:00:00Z', '2026-11-24T23:00:00.000Z'],
    ['late in the evening, already the next day here', '2025-12-15T23:30:00Z', '2026-03-15T23:00:00.000Z'],
  ])('%s', (_, abscondedAt, from) => {
    expect(missingFrom(new Date(abscondedAt)).toISOString()).toBe(from);
    const before = new Date(Date.parse(from) - 1).toISOString();
    expect(summarise([episode(abscondedAt)], before)).toMatchObject({ status: 'ABSCONDED' });
    expect(summarise([episode(abscondedAt)], from)).toMatchObject({ status: 'MISSING', absconded: true });
  });
});

describe('the newest episode decides', () => {
  const now = '2026-03-16T11:00:00Z';
  const left = '2026-03-01T11:00:00Z';

  test.each([
    [
      'returned',
      { returnedAt: '2026-03-05T11:00:00Z' },
      { absconded: false, abscondedOn: null, status: 'RETURNED' },
    ],
    [
      'found, not back',
      { foundAt: '2026-03-05T11:00:00Z' },
      { absconded: true, abscondedOn: '2026-03-01', status: 'FOUND' },
    ],
    [
      'left the country',
      { leftCountryConfirmedAt: '2026-03-05T11:00:00Z' },
      { absconded: false, status: 'CLOSED' },
    ],
    [
      'left the country, then found in Sweden',
      { leftCountryConfirmedAt: '2026-03-05T11:00:00Z', foundAt: '2026-03-06T11:00:00Z' },
      { absconded: true, status: 'FOUND' },
    ],
    [
      'left in the arrival stage',
      { arrivalStage: true },
      { absconded: true, arrivalStage: true, status: 'ABSCONDED' },
    ],
  ])('%s', (_, more, expected) => {
    expect(summarise([episode(left, more)], now)).toMatchObject(expected);
  });

  test('in whatever order the agency gives them', () => {
    const earlier = episode('2025-01-01T11:00:00Z', { returnedAt: '2025-02-01T11:00:00Z' });
    expect(summarise([earlier, episode(left)], now)).toMatchObject({
      absconded: true,
      abscondedOn: '2026-03-01',
    });
  });

  test('a find by the police since then counts, one from before does not', () => {
    const found = (at: string) => ({ foundEvents: [{ foundIn: '0180', at }] });
    expect(summarise([episode(left)], now, found('2026-03-10T11:00:00Z'))).toMatchObject({ status: 'FOUND' });
    expect(summarise([episode(left)], now, found('2026-02-10T11:00:00Z'))).toMatchObject({
      status: 'ABSCONDED',
    });
  });

  test('a closed case leaves the child as missing as before', () => {
    const municipality = { caseStatus: 'CLOSED' as const, episodes: [episode('2025-10-16T11:00:00Z')] };
    expect(summariseAbsconding(childFacts({ municipality }), new Date(now))).toMatchObject({
      status: 'MISSING',
    });
  });
});
