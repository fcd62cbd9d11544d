/** ISO weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Opens on each of the weekdays; local time, "HH:mm". A close at or before the opening is on the following day. */
export interface WeeklyInterval {
  days: Weekday[];
  opens: string;
  closes: string;
  /** MM-DD to MM-DD, both included, recurring each year; 09-01 to 04-30 runs over the new year. Absent: all year. */
  season?: { from: string; to: string };
}

/**
 * ALWAYS answers around the clock. OFFICE is a switchboard of which the source says "office hours" or nothing.
 * WEEKLY is as the source states, `closedOnHolidays` for offices. UNKNOWN is a duty line whose hours no source gives.
 */
export type OpeningHours =
  | { kind: 'ALWAYS' }
  | { kind: 'OFFICE' }
  | { kind: 'WEEKLY'; intervals: WeeklyInterval[]; closedOnHolidays: boolean }
  | { kind: 'UNKNOWN' };

/**
 * What the directory takes "office hours" to mean: an assumption, since the plans name no times. Chosen narrow (many
 * switchboards open longer), because a number that does not answer costs more than a detour over the police.
 */
export const officeHours: readonly WeeklyInterval[] = [
  { days: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:30' },
];
