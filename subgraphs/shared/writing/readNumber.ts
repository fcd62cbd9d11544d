import { normaliseNumber, type NumberIdentifier } from '../matching';
import { badInput } from './badInput';
import { readOptionalText } from './readOptionalText';

/** Reads a number that identifies a person, kept as written. @throws BAD_USER_INPUT when nobody could be found by it */
export function readNumber(
  identifier: NumberIdentifier,
  value: string | null | undefined,
  field: string = identifier,
): string | null {
  const text = readOptionalText(value, field, { most: 40 });
  if (text === null || normaliseNumber(identifier, text) !== null) return text;
  throw badInput(field, {
    sv: `${field} kan inte vara ett sådant nummer: bokstäver, siffror och skiljetecken, minst fyra siffror; ett personnummer har tio eller tolv.`,
    en: `${field} can be no such number: letters, digits and separators, at least four digits; a personal number has ten or twelve.`,
  });
}
