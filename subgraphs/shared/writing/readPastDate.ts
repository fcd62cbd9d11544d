import { localDate } from '../time/stockholm';
import { badInput } from './badInput';

/**
 * Reads the day on which something happened, as the calendar of Stockholm has it.
 * @param given @default today
 * @throws BAD_USER_INPUT for a day to come
 */
export function readPastDate(given: string | null | undefined, field: string, now: Date): string {
  const today = localDate(now);
  if (!given || given <= today) return given || today;
  throw badInput(field, {
    sv: `${field} är ${given}; det som registreras har redan hänt, senast idag ${today}.`,
    en: `${field} is ${given}; what is recorded has happened already, today ${today} at the latest.`,
  });
}
