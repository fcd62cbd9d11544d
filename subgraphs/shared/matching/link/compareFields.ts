import { tokenDistance } from '../tokenDistance';
import type { NameToken } from '../nameToken';
import { typingDistance } from './typingDistance';
import type { LinkRecord, NameField } from './linkRecord';

/** How two fields of a name agree, best first. */
export type FieldLevel = 'SAME' | 'NEAR' | 'PART' | 'FAR' | 'OTHER';

/** Distances up to which two fields are near, and far. */
const nearSound = 0.13;
const nearTyping = 0.21;
const farSound = 0.28;
const farTyping = 0.45;

/** How two fields agree; null when one of them is missing. */
function compareFields(one: NameField | null, other: NameField | null): FieldLevel | null {
  if (!one || !other) return null;
  const whole = compareTokens(one.whole, other.whole);
  if (whole === 'SAME' || (one.words.length === 1 && other.words.length === 1)) return whole;
  const shared = one.words.some((left) => other.words.some((right) => !left.initial && isSame(left, right)));
  return whole === 'NEAR' || !shared ? whole : 'PART';
}

function compareTokens(one: NameToken, other: NameToken): FieldLevel {
  if (isSame(one, other)) return 'SAME';
  if (one.initial || other.initial) return one.text[0] === other.text[0] ? 'FAR' : 'OTHER';
  const sound = tokenDistance(one, other);
  const typing = typingDistance(one.text, other.text);
  if (sound <= nearSound || typing <= nearTyping) return 'NEAR';
  return sound <= farSound || typing <= farTyping ? 'FAR' : 'OTHER';
}

function isSame(one: NameToken, other: NameToken): boolean {
  return one.text === other.text;
}

/** Both fields of a name, as they stand or exchanged, whichever agrees better. */
export interface NameLevels {
  given: FieldLevel | null;
  family: FieldLevel | null;
  exchanged: boolean;
}

const worth: Record<FieldLevel, number> = { SAME: 4, NEAR: 3, PART: 2.5, FAR: 1.2, OTHER: -0.5 };

export function compareNameFields(one: LinkRecord, other: LinkRecord): NameLevels {
  const straight = {
    given: compareFields(one.given, other.given),
    family: compareFields(one.family, other.family),
    exchanged: false,
  };
  if (straight.given !== null && straight.given !== 'OTHER') return straight;
  if (straight.family !== null && straight.family !== 'OTHER') return straight;
  const exchanged = {
    given: compareFields(one.given, other.family),
    family: compareFields(one.family, other.given),
    exchanged: true,
  };
  return worthOf(exchanged) > worthOf(straight) + 1 ? exchanged : straight;
}

function worthOf({ given, family }: NameLevels): number {
  return (given ? worth[given] : 0) + (family ? worth[family] : 0);
}
