import { places, type Place } from './places';

/** What the command line got wrong; the message says what is wanted. */
export class UsageProblem extends Error {}

/** The places named by `--agency`, several or `all`. */
export function readPlaces(
  given: readonly string[] | undefined,
  fallback: readonly Place[] | null,
): readonly Place[] {
  if (given === undefined || given.length === 0) {
    if (fallback) return fallback;
    throw new UsageProblem(`--agency is missing: ${places.join(', ')} or all.`);
  }
  if (given.includes('all')) return places;
  return given.map((name) => {
    const place = places.find((each) => each === name);
    if (!place) throw new UsageProblem(`--agency: got "${name}"; wanted: ${places.join(', ')} or all.`);
    return place;
  });
}

export function readRequired(values: Readonly<Record<string, unknown>>, name: string): string {
  const value = values[name];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new UsageProblem(`--${name} is missing.`);
}

/** @returns the day, YYYY-MM-DD */
export function readDay(name: string, value: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
  if (isDay && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)) return value;
  throw new UsageProblem(`--${name} must be a day of the calendar, YYYY-MM-DD; got "${value}".`);
}
