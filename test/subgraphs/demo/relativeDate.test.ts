import { resolveDay, resolveInstant } from '../../../subgraphs/demo/relativeDate';
import { isAdultByBirthDate } from '../../../subgraphs/shared/time/stockholm';

const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);

describe('A relative date', () => {
  it.each([
    ['-10d', '2026-03-05', '2026-02-23'],
    ['-5mo', '2026-03-05', '2025-10-05'],
    ['-17y9mo', '2026-03-05', '2008-06-05'],
    ['-16y2mo', '2026-01-15', '2009-11-15'],
    ['+2d', '2026-12-30', '2027-01-01'],
  ])('%s of %s is %s', (relative, today, day) => {
    expect(resolveDay(relative, noon(today))).toBe(day);
  });

  it('is clamped at the end of a shorter month', () => {
    expect(resolveDay('-1mo', noon('2026-03-31'))).toBe('2026-02-28');
    expect(resolveDay('-3mo', noon('2026-05-31'))).toBe('2026-02-28');
    expect(resolveDay('-3mo', noon('2028-05-31'))).toBe('2028-02-29');
  });

  it('reads years from a leap day as the last of February', () => {
    expect(resolveDay('-15y', noon('2028-02-29'))).toBe('2013-02-28');
    expect(resolveDay('-16y', noon('2028-02-29'))).toBe('2012-02-29');
  });

  it('makes who is 18 years and a day old an adult, whatever the day of loading', () => {
    for (const today of [
      '2026-03-01',
      '2027-03-01',
      '2028-02-29',
      '2028-03-01',
      '2026-12-31',
      '2027-01-01',
    ]) {
      expect(isAdultByBirthDate(resolveDay('-18y1d', noon(today)), noon(today))).toBe(true);
    }
  });

  it('counts the day of Stockholm, not of Greenwich', () => {
    expect(resolveDay('-1d', new Date('2026-06-30T22:30:00Z'))).toBe('2026-06-30');
  });

  it('is elapsed time when given in hours, also when the clocks change', () => {
    const afterChange = new Date('2026-03-29T10:00:00Z');
    expect(resolveInstant('-20h', afterChange, '00:00').toISOString()).toBe('2026-03-28T14:00:00.000Z');
  });

  it('is a time of day in Stockholm when given in days', () => {
    expect(resolveInstant('-1mo', noon('2026-07-31'), '09:00').toISOString()).toBe(
      '2026-06-30T07:00:00.000Z',
    );
    expect(resolveInstant('-1mo', noon('2026-01-31'), '09:00').toISOString()).toBe(
      '2025-12-31T08:00:00.000Z',
    );
  });

  it.each(['10d', '-', '-d', '-3w', '-2d1mo', ''])('refuses the notation "%s"', (relative) => {
    expect(() => resolveDay(relative, noon('2026-01-01'))).toThrow(RangeError);
  });

  it('refuses hours where a day is asked for', () => {
    expect(() => resolveDay('-20h', noon('2026-01-01'))).toThrow('A day cannot be given in hours: -20h');
  });
});
