import type { Language } from '../text/text';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far away an instant is, in the largest unit that says it: "om 5 timmar", "2 days ago". */
export function fromNow(instant: string, now: Date, language: Language): string {
  const away = new Date(instant).getTime() - now.getTime();
  const format = new Intl.RelativeTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB');
  if (Math.abs(away) < hour) return format.format(Math.round(away / minute), 'minute');
  if (Math.abs(away) < 2 * day) return format.format(Math.round(away / hour), 'hour');
  return format.format(Math.round(away / day), 'day');
}
