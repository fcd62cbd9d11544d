import { addDaysToDate, instantOf, localDate, startOfDay, weekdayOf } from '../../shared/time/stockholm';
import { isHoliday } from './holidays';
import { officeHours, type OpeningHours, type Weekday, type WeeklyInterval } from './hours';

export interface Opening {
  openNow: boolean;
  opensAt: Date | null;
  closesAt: Date | null;
}

/** Open from an instant to another. */
export interface Span {
  opens: Date;
  closes: Date;
}

/** How far ahead the next opening is looked for: longer than any run of holidays and weekends. */
const daysAhead = 14;

/** Whether hours are open at an instant, until when, and when they open next. */
export function openingAt(hours: OpeningHours, at: Date): Opening {
  switch (hours.kind) {
    case 'ALWAYS':
      return { openNow: true, opensAt: null, closesAt: null };
    case 'UNKNOWN':
      return { openNow: false, opensAt: null, closesAt: null };
    case 'OFFICE':
      return openingIn(spansAround(officeHours, true, at), at);
    case 'WEEKLY':
      return openingIn(spansAround(hours.intervals, hours.closedOnHolidays, at), at);
  }
}

/**
 * The open spans from an instant on, enough to tell the next opening on each of so many days; null where the hours are
 * not a matter of spans.
 */
export function openSpans(hours: OpeningHours, at: Date, days: number): Span[] | null {
  switch (hours.kind) {
    case 'ALWAYS':
    case 'UNKNOWN':
      return null;
    case 'OFFICE':
      return [...spansAround(officeHours, true, at, days + daysAhead)];
    case 'WEEKLY':
      return [...spansAround(hours.intervals, hours.closedOnHolidays, at, days + daysAhead)];
  }
}

function openingIn(spans: Iterable<Span>, at: Date): Opening {
  for (const { opens, closes } of spans) {
    if (opens > at) return { openNow: false, opensAt: opens, closesAt: null };
    if (at < closes) return { openNow: true, opensAt: null, closesAt: closes };
  }
  return { openNow: false, opensAt: null, closesAt: null };
}

/**
 * The open spans from the day before (hours cross midnight) on, in order, those that touch made one. Worked out as
 * far as they are asked for: most answers need two days of fourteen.
 */
function* spansAround(
  intervals: readonly WeeklyInterval[],
  closedOnHolidays: boolean,
  at: Date,
  days = daysAhead,
): Generator<Span> {
  const today = localDate(at);
  let last: Span | null = null;
  for (let day = -1; day <= days; day++) {
    for (const span of spansOn(addDaysToDate(today, day), intervals, closedOnHolidays)) {
      if (last && span.opens <= last.closes) {
        last.closes = span.closes > last.closes ? span.closes : last.closes;
        continue;
      }
      if (last) yield last;
      last = span;
    }
    // Nothing of a later day can touch what closes within this one.
    if (last && last.closes < startOfDay(addDaysToDate(today, day + 1))) {
      yield last;
      last = null;
    }
  }
  if (last) yield last;
}

function spansOn(date: string, intervals: readonly WeeklyInterval[], closedOnHolidays: boolean): Span[] {
  const open = intervals.filter((interval) => opensOn(interval, date));
  if (open.length === 0 || (closedOnHolidays && isHoliday(date))) return [];
  return open.map((interval) => spanOf(interval, date)).sort((a, b) => a.opens.getTime() - b.opens.getTime());
}

function opensOn({ days, season }: WeeklyInterval, date: string): boolean {
  if (!days.includes(weekdayOf(date) as Weekday)) return false;
  if (!season) return true;
  const day = date.slice(5);
  const { from, to } = season;
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

/**
 * On the night when 02:00 to 03:00 comes twice, a service closes at the first and opens at the second: better to
 * send the caller to somebody who certainly answers.
 */
function spanOf({ opens, closes }: WeeklyInterval, date: string): Span {
  const lastDate = closes <= opens ? addDaysToDate(date, 1) : date;
  return { opens: instantOf(date, opens, 'SECOND'), closes: instantOf(lastDate, closes, 'FIRST') };
}
