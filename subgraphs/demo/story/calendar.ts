import { addDaysToDate, localDate } from '../../shared/time/stockholm';
import { resolveBirthDate, resolveDay, resolveInstant, type RelativeDate } from '../relativeDate';

/** Turns a story's relative dates into the dates of one loading. */
export interface Calendar {
  readonly today: string;
  day(relative: RelativeDate): string;
  birthDate(relative: RelativeDate): string;
  dayAfter(relative: RelativeDate, days: number): string;
  /** RFC 3339 in UTC. `time` is the time of day in Stockholm when the distance is given in days or longer. */
  instant(relative: RelativeDate, time: TimeOfDay): string;
}

/**
 * When things of a day happen. An absconding known by its date alone counts from the first moment of that date, so
 * that periods from it never end later on their last day than the hour of loading.
 */
type TimeOfDay = keyof typeof times;
const times = {
  ABSCONDING: '00:00',
  DISCOVERY: '06:00',
  REPORT: '09:00',
  DECISION: '11:00',
  RETURN: '18:00',
};

export function createCalendar(now: Date): Calendar {
  return {
    today: localDate(now),
    day: (relative) => resolveDay(relative, now),
    birthDate: (relative) => resolveBirthDate(relative, now),
    dayAfter: (relative, days) => addDaysToDate(resolveDay(relative, now), days),
    instant: (relative, time) => resolveInstant(relative, now, times[time]).toISOString(),
  };
}
