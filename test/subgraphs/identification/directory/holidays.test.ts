import { isHoliday } from '../../../../subgraphs/identification/directory/holidays';

test.each([
  ["New Year's Day", '2026-01-01'],
  ['Epiphany', '2026-01-06'],
  ['Good Friday', '2026-04-03'],
  ['Easter Monday', '2026-04-06'],
  ['Easter Monday of a late Easter', '2038-04-26'],
  ['Good Friday of an early Easter', '2027-03-26'],
  ['May Day', '2026-05-01'],
  ['Ascension Day', '2026-05-14'],
  ['Whit Sunday', '2026-05-24'],
  ['the National Day', '2026-06-06'],
  ['Midsummer Eve', '2026-06-19'],
  ['Midsummer Eve at its latest', '2027-06-25'],
  ["All Saints' Day", '2026-10-31'],
  ['Christmas Eve', '2026-12-24'],
  ['Boxing Day', '2026-12-26'],
  ["New Year's Eve", '2026-12-31'],
])('offices are closed on %s, %s', (_, date) => {
  expect(isHoliday(date)).toBe(true);
});

test.each(['2026-03-16', '2026-04-02', '2026-06-18', '2026-12-23', '2026-05-25'])(
  '%s is no holiday',
  (date) => {
    expect(isHoliday(date)).toBe(false);
  },
);
