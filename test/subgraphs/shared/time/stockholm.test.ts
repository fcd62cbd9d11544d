import {
  addDays,
  addHours,
  addMonths,
  addMonthsToDate,
  ageOn,
  endOfDay,
  instantOf,
  isAdultByBirthDate,
  localDate,
  startOfDay,
  startOfEighteenthBirthday,
  weekdayOf,
} from '../../../../subgraphs/shared/time/stockholm';

test.each([
  ['2026-01-31T22:59:59Z', '2026-01-31'],
  ['2026-01-31T23:00:00Z', '2026-02-01'],
  ['2026-06-30T21:59:59Z', '2026-06-30'],
  ['2026-06-30T22:00:00Z', '2026-07-01'],
  ['2028-02-28T23:00:00Z', '2028-02-29'],
])('the local date of %s is %s', (at, date) => {
  expect(localDate(new Date(at))).toBe(date);
});

test.each([
  ['2025-11-30T11:00:00Z', 3, '2026-02-28T11:00:00.000Z'],
  ['2027-11-30T11:00:00Z', 3, '2028-02-29T11:00:00.000Z'],
  ['2026-01-31T11:00:00Z', 1, '2026-02-28T11:00:00.000Z'],
  ['2026-03-31T10:00:00Z', 3, '2026-06-30T10:00:00.000Z'],
  ['2026-01-15T11:00:00Z', 3, '2026-04-15T10:00:00.000Z'],
  ['2026-08-15T10:00:00Z', 3, '2026-11-15T11:00:00.000Z'],
  ['2026-01-31T23:30:00Z', 1, '2026-02-28T23:30:00.000Z'],
])('%s and %i months is %s', (at, months, later) => {
  expect(addMonths(new Date(at), months).toISOString()).toBe(later);
});

test('dates clamp at the end of the month', () => {
  expect(addMonthsToDate('2026-08-31', 1)).toBe('2026-09-30');
  expect(addMonthsToDate('2028-02-29', 12)).toBe('2029-02-28');
});

test('days keep the hour over the clock change, hours do not', () => {
  const eve = new Date('2026-03-28T11:00:00Z');
  expect(addDays(eve, 1).toISOString()).toBe('2026-03-29T10:00:00.000Z');
  expect(addHours(eve, 24).toISOString()).toBe('2026-03-29T11:00:00.000Z');
});

test.each([
  ['2026-03-29', '2026-03-28T23:00:00.000Z', 23],
  ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ['2026-03-16', '2026-03-15T23:00:00.000Z', 24],
])('%s begins at %s and lasts %i hours', (date, begins, hours) => {
  expect(startOfDay(date).toISOString()).toBe(begins);
  expect(endOfDay(date)).toEqual(addHours(startOfDay(date), hours));
});

test('an hour that comes twice has two instants', () => {
  expect(instantOf('2026-10-25', '02:30', 'FIRST').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(instantOf('2026-10-25', '02:30', 'SECOND').toISOString()).toBe('2026-10-25T01:30:00.000Z');
  expect(instantOf('2026-10-26', '02:30', 'SECOND').toISOString()).toBe('2026-10-26T01:30:00.000Z');
});

test('an hour that is skipped is as long after the change', () => {
  expect(instantOf('2026-03-29', '02:00').toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(instantOf('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('weeks begin on Monday', () => {
  expect([weekdayOf('2026-03-16'), weekdayOf('2026-03-22')]).toEqual([1, 7]);
});

test.each([
  ['2008-03-16', '2026-03-15', 17],
  ['2008-03-16', '2026-03-16', 18],
  ['2008-02-29', '2026-02-27', 17],
  ['2008-02-29', '2026-02-28', 18],
  ['2010-12-31', '2011-01-01', 0],
])('born %s, on %s aged %i', (birthDate, date, age) => {
  expect(ageOn(birthDate, date)).toBe(age);
});

test.each([
  ['2008-03-16', '2026-03-15T23:00:00.000Z'],
  ['2008-07-01', '2026-06-30T22:00:00.000Z'],
  ['2008-02-29', '2026-02-27T23:00:00.000Z'],
  ['2010-02-28', '2028-02-27T23:00:00.000Z'],
])('born %s comes of age at %s', (birthDate, at) => {
  expect(startOfEighteenthBirthday(birthDate).toISOString()).toBe(at);
  expect(isAdultByBirthDate(birthDate, new Date(at))).toBe(true);
  expect(isAdultByBirthDate(birthDate, new Date(Date.parse(at) - 1))).toBe(false);
});

test('what is not a date is refused', () => {
  expect(() => addMonthsToDate('2026-02-30', 1)).toThrow(/Not a calendar date/);
});
