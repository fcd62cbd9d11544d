import type { NumberIdentifier } from './criteria';

/** The numbers that each identify a person alone, in the order they are compared. */
export const NUMBER_IDENTIFIERS: readonly NumberIdentifier[] = [
  'dossierNumber',
  'lmaNumber',
  'personalNumber',
];

const SHORTEST = 4;
const LONGEST = 20;

/**
 * A case, card or personal number in its comparable form, or null when it cannot be one. Personal and coordination
 * numbers come back as ten digits: the century adds nothing among children.
 */
export function normaliseNumber(identifier: NumberIdentifier, text: string): string | null {
  if (text.length > 60) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\s.,/+–—-]/gu, '')
    .toUpperCase();
  if (identifier === 'personalNumber') return /^(?:\d{2})?\d{10}$/u.test(plain) ? plain.slice(-10) : null;
  const digits = plain.replace(/\D/gu, '').length;
  return /^[A-Z\d]+$/u.test(plain) && digits >= SHORTEST && plain.length <= LONGEST ? plain : null;
}

/** Whether the last of ten digits is the Luhn check digit of the others (personnummer and samordningsnummer). */
export function hasCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** A Swedish or international phone number as E.164, or null when it cannot be one. */
export function normalisePhone(text: string): string | null {
  if (text.length > 60) return null;
  const plain = text.normalize('NFKC').replace(/\(0\)|[\p{Cf}\s().,/–—-]/gu, '');
  const international = plain
    .replace(/^00/u, '+')
    .replace(/^0/u, '+46')
    .replace(/^\+460/u, '+46');
  return /^\+[1-9]\d{6,14}$/u.test(international) ? international : null;
}

/** Whether two texts differ by one slip: a character wrong, missing, added, or two neighbours exchanged. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
