import type { OpeningHours } from '../../../../subgraphs/identification/directory/hours';
import { openingAt } from '../../../../subgraphs/identification/directory/openingAt';

function opening(hours: OpeningHours, at: string) {
  const { openNow, opensAt, closesAt } = openingAt(hours, new Date(at));
  return [openNow, opensAt?.toISOString() ?? null, closesAt?.toISOString() ?? null];
}

/** As the emergency service of north-west Stockholm: from the afternoon until two at night. */
const evenings: OpeningHours = {
  kind: 'WEEKLY',
  intervals: [
    { days: [1, 2, 3, 4, 6, 7], opens: '16:00', closes: '02:00' },
    { days: [5], opens: '14:00', closes: '02:00' },
  ],
  closedOnHolidays: false,
};

test('around the clock is always open and never closes', () => {
  expect(opening({ kind: 'ALWAYS' }, '2026-12-31T23:30:00Z')).toEqual([true, null, null]);
});

test('hours that nobody states promise nothing', () => {
  expect(opening({ kind: 'UNKNOWN' }, '2026-03-16T11:00:00Z')).toEqual([false, null, null]);
});

describe('office hours', () => {
  test.each([
    ['a Monday at noon', '2026-03-16T11:00:00Z', [true, null, '2026-03-16T15:30:00.000Z']],
    ['the minute they open', '2026-03-16T07:00:00Z', [true, null, '2026-03-16T15:30:00.000Z']],
    ['the minute they close', '2026-03-16T15:30:00Z', [false, '2026-03-17T07:00:00.000Z', null]],
    ['a Friday evening', '2026-03-20T19:00:00Z', [false, '2026-03-23T07:00:00.000Z', null]],
    ['the weekend the clocks go forward', '2026-03-28T19:00:00Z', [false, '2026-03-30T06:00:00.000Z', null]],
    ['Maundy Thursday evening', '2026-04-02T19:00:00Z', [false, '2026-04-07T06:00:00.000Z', null]],
    ['the night before Christmas', '2026-12-23T19:00:00Z', [false, '2026-12-28T07:00:00.000Z', null]],
    ["New Year's night", '2026-12-31T23:30:00Z', [false, '2027-01-04T07:00:00.000Z', null]],
  ])('on %s', (_, at, expected) => {
    expect(opening({ kind: 'OFFICE' }, at)).toEqual(expected);
  });
});

describe('hours that cross midnight', () => {
  test.each([
    ['open before midnight', '2026-03-16T22:00:00Z', [true, null, '2026-03-17T01:00:00.000Z']],
    [
      'open after midnight, by the day before',
      '2026-03-17T00:30:00Z',
      [true, null, '2026-03-17T01:00:00.000Z'],
    ],
    ['closed at two', '2026-03-17T01:00:00Z', [false, '2026-03-17T15:00:00.000Z', null]],
    ['open earlier on Friday', '2026-03-20T13:00:00Z', [true, null, '2026-03-21T01:00:00.000Z']],
    ['open on a holiday', '2026-12-24T20:00:00Z', [true, null, '2026-12-25T01:00:00.000Z']],
  ])('%s', (_, at, expected) => {
    expect(opening(evenings, at)).toEqual(expected);
  });

  test('close at the moment the clocks go forward', () => {
    expect(opening(evenings, '2026-03-29T00:59:59Z')).toEqual([true, null, '2026-03-29T01:00:00.000Z']);
    expect(opening(evenings, '2026-03-29T01:00:00Z')).toEqual([false, '2026-03-29T14:00:00.000Z', null]);
  });

  test('close at the first two o’clock when it comes twice', () => {
    expect(opening(evenings, '2026-10-24T23:59:59Z')).toEqual([true, null, '2026-10-25T00:00:00.000Z']);
    expect(opening(evenings, '2026-10-25T00:30:00Z')).toEqual([false, '2026-10-25T15:00:00.000Z', null]);
    expect(opening(evenings, '2026-10-25T01:30:00Z')).toEqual([false, '2026-10-25T15:00:00.000Z', null]);
  });
});

test('spans that touch are one', () => {
  const nights: OpeningHours = {
    kind: 'WEEKLY',
    intervals: [
      { days: [1], opens: '16:00', closes: '00:00' },
      { days: [2], opens: '00:00', closes: '08:00' },
    ],
    closedOnHolidays: false,
  };
  expect(opening(nights, '2026-03-16T20:00:00Z')).toEqual([true, null, '2026-03-17T07:00:00.000Z']);
});

describe('seasons', () => {
  const seasonal: OpeningHours = {
    kind: 'WEEKLY',
    intervals: [
      { days: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:30', season: { from: '09-01', to: '04-30' } },
      { days: [1, 2, 3, 4, 5], opens: '08:00', closes: '15:00', season: { from: '05-01', to: '08-31' } },
    ],
    closedOnHolidays: true,
  };

  test.each([
    ['over the new year', '2027-01-07T11:00:00Z', '2027-01-07T15:30:00.000Z'],
    ['the last day of the long one', '2026-04-30T11:00:00Z', '2026-04-30T14:30:00.000Z'],
    ['the short one', '2026-05-04T11:00:00Z', '2026-05-04T13:00:00.000Z'],
    ['the first day of the long one', '2026-09-01T11:00:00Z', '2026-09-01T14:30:00.000Z'],
  ])('%s', (_, at, closesAt) => {
    expect(opening(seasonal, at)).toEqual([true, null, closesAt]);
  });

  test('the next opening may lie in the next season', () => {
    expect(opening(seasonal, '2026-04-30T19:00:00Z')).toEqual([false, '2026-05-04T06:00:00.000Z', null]);
  });
});
