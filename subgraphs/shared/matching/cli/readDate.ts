import { isDay } from '../calendar';

/** A day written `YYYYMMDD` or `YYYY-MM-DD` as `YYYY-MM-DD`; null when there is no such day. */
export function readDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(text.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  return year && isDay(date) ? date : null;
}
