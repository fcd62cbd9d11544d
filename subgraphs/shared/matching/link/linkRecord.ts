import { readNameToken, type NameToken } from '../nameToken';
import { prepareName } from '../prepareName';

/** A row of a file to be linked. */
export interface LinkInput {
  id: string;
  given: string;
  family: string;
  /** `YYYY-MM-DD`, or null when unknown or unreadable. */
  birthDate: string | null;
}

/** One field of a name: its words, and all of them as one, since blanks come and go. */
export interface NameField {
  words: NameToken[];
  whole: NameToken;
}

export interface LinkRecord {
  id: string;
  given: NameField | null;
  family: NameField | null;
  birthDate: string | null;
}

/** Reads a row once for all its comparisons. */
export function toLinkRecord({ id, given, family, birthDate }: LinkInput): LinkRecord {
  return { id, given: readField(given), family: readField(family), birthDate };
}

function readField(text: string): NameField | null {
  const words = prepareName(text)?.tokens ?? [];
  const inOrder = [...words].sort((one, other) => text.indexOf(one.text) - text.indexOf(other.text));
  const whole = words.length > 1 ? readNameToken(inOrder.map((word) => word.text).join('')) : words[0];
  return whole ? { words, whole } : null;
}
