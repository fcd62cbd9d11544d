import { normalisePhone } from '../matching';
import { badInput } from './badInput';

/** Reads telephone numbers, each with its place in the list. @throws BAD_USER_INPUT */
export function readPhones(phones: readonly string[] | null | undefined, field = 'phones'): string[] {
  return (phones ?? []).map((phone, index) => {
    if (normalisePhone(phone) !== null) return phone.trim();
    throw badInput(`${field}.${index}`, {
      sv: `${field}.${index} är inget telefonnummer. Skriv t.ex. 070-174 06 05 eller +46701740605.`,
      en: `${field}.${index} is no telephone number. Write e.g. 070-174 06 05 or +46701740605.`,
    });
  });
}
