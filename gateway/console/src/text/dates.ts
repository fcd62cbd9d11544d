import type { Language } from './text';

const zone = 'Europe/Stockholm';
const localeOf: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** E.g. "12 november 2026". */
export function formatDate(date: string, language: Language): string {
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeOf[language], options).format(new Date(date));
}

/** E.g. "12 nov. 02:30", as the clocks of Stockholm show it. */
export function formatInstant(instant: string, language: Language): string {
  const options = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  } as const;
  return new Intl.DateTimeFormat(localeOf[language], options).format(new Date(instant));
}

/** "08:00" on the same day, otherwise with the weekday: "måndag 08:00". */
export function formatTime(instant: string, from: Date, language: Language): string {
  const at = new Date(instant);
  const clock = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  const near = localDate(at) === localDate(from);
  return new Intl.DateTimeFormat(localeOf[language], near ? clock : { weekday: 'long', ...clock }).format(at);
}

/** The date in Stockholm, YYYY-MM-DD. */
export function localDate(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(at);
}
