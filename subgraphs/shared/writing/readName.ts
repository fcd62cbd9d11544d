import { readOptionalText } from './readOptionalText';
import { badInput } from './badInput';

/** A name as a person gives it: parts, or the whole where nobody can say which part is which. */
export interface GivenName {
  readonly given?: string | null;
  readonly family?: string | null;
  readonly full?: string | null;
}

const mostOfAName = 100;

/** Reads a name. @throws BAD_USER_INPUT when no part of it is given, or a part is too long */
export function readName(name: GivenName, field: string): { given?: string; family?: string; full?: string } {
  const given = readOptionalText(name.given, `${field}.given`, { most: mostOfAName });
  const family = readOptionalText(name.family, `${field}.family`, { most: mostOfAName });
  const full = readOptionalText(name.full, `${field}.full`, { most: 2 * mostOfAName });
  if (!given && !family && !full) {
    throw badInput(field, {
      sv: `${field}: ange given, family eller full.`,
      en: `${field}: give given, family or full.`,
    });
  }
  return { ...(given && { given }), ...(family && { family }), ...(full && { full }) };
}
