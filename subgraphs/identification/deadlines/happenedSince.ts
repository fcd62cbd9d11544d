import { localDate } from '../../shared/time/stockholm';

/**
 * Whether something happened on the day of `since` or later. What was done about an earlier absconding does not
 * count for this one; the day, not the minute, because the hour of an absconding is often entered afterwards.
 */
export function happenedSince(at: string | null, since: string): boolean {
  return at !== null && localDate(new Date(at)) >= localDate(new Date(since));
}
