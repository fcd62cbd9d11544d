import { swapDayAndMonth, type DayInterval } from './calendar';
import { isUnknownDay } from './compareBirth';
import type { NormalisedCriteria, NumberIdentifier } from './criteria';
import { outlineKeys, pairKeys } from './nameKeys';
import { DEFAULT_MODEL } from './matchingModel';
import { hasCheckDigit } from './normaliseNumbers';
import type { NameToken } from './nameToken';
import type { PreparedName } from './prepareName';
import { dayKeys, NO_YEAR, numberKey, pairKey, phoneKey, yearKey } from './searchKeys';

/**
 * The keys to look for with `&&` (array overlap) against `searchKeys`. Holds the usual mistakes: day and month
 * exchanged, a year too many or too few, a slip in a number that does not stand alone. Empty when the criteria are too
 * loose to single anyone out.
 */
export function queryKeys(criteria: NormalisedCriteria): string[] {
  const { numbers, name, phone } = criteria;
  const alone = !name && !phone && !criteria.birthDate;
  const keys = [
    ...numbers.flatMap(({ identifier, value }) => numberKeys(identifier, value, alone)),
    ...(phone ? [phoneKey(phone)] : []),
    ...(name ? nameKeysOf(name, criteria) : []),
  ];
  return [...new Set(keys)];
}

function nameKeysOf(name: PreparedName, { birthDate, bornBetween }: NormalisedCriteria): string[] {
  const { births, age } = DEFAULT_MODEL;
  const pairs = pairKeys(name);
  const otherBirth = birthDate ? births.OTHER_DATE : bornBetween ? age.OTHER_AGE : 0;
  return [
    ...(birthDate ? dateKeys(birthDate, name, pairs) : []),
    ...(bornBetween ? ageKeys(bornBetween, name, pairs) : []),
    ...(canDecide(name.tokens, 0) ? pairs.map((pair) => yearKey(NO_YEAR, pair)) : []),
    ...(canDecide(name.tokens, otherBirth) ? pairs.map(pairKey) : []),
  ];
}

/** The day itself, the days it is mistaken for, and the day that stands for an unknown one of the year. */
function dateKeys(date: string, name: PreparedName, pairs: string[]): string[] {
  const days = [date, swapDayAndMonth(date), ...yearsOff(date), `${date.slice(0, 4)}-01-01`];
  const outlines = outlineKeys(name);
  const { YEAR_ONLY } = DEFAULT_MODEL.births;
  const wholeYear = isUnknownDay(date) && canDecide(name.tokens, YEAR_ONLY);
  return [
    ...days.filter((day) => day !== null).flatMap((day) => dayKeys(day, outlines, pairs)),
    ...(wholeYear ? pairs.map((pair) => yearKey(date.slice(0, 4), pair)) : []),
  ];
}

/** The same day one year earlier and later; on the day that stands for an unknown one that says nothing. */
function yearsOff(date: string): string[] {
  const year = Number(date.slice(0, 4));
  return isUnknownDay(date) ? [] : [year - 1, year + 1].map((near) => `${near}${date.slice(4)}`);
}

/** The years in which someone of the age was born; those around them when the names bear a wrong age. */
function ageKeys({ from, to }: DayInterval, name: PreparedName, pairs: string[]): string[] {
  const { age, decision } = DEFAULT_MODEL;
  const worth = decision.worthSearchingByAge;
  if (!canDecide(name.tokens, age.SAME_AGE, worth)) return [];
  const off = canDecide(name.tokens, age.ONE_YEAR_OFF, worth) ? 1 : 0;
  const [first, last] = [Number(from.slice(0, 4)) - off, Number(to.slice(0, 4)) + off];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return pairs.flatMap((pair) => years.map((year) => yearKey(year, pair)));
}

/** Whether names this rare, with so many bits from elsewhere, come near a match. Common names would only flood. */
function canDecide(
  tokens: NameToken[],
  otherBits: number,
  least = DEFAULT_MODEL.decision.worthSearching,
): boolean {
  const { mostForLaterName } = DEFAULT_MODEL.names;
  const bits = tokens
    .map(({ share, initial }) => (initial ? 0 : -Math.log2(share)))
    .sort((one, other) => other - one);
  const [rarest = 0, ...others] = bits;
  const sum = others.reduce((total, each) => total + Math.min(each, mostForLaterName), rarest);
  return sum + otherBits >= least;
}

/** The number itself and, where other identifiers can vouch for it, every number one wrong or exchanged digit away. */
function numberKeys(identifier: NumberIdentifier, value: string, alone: boolean): string[] {
  const slips = alone
    ? []
    : oneDigitAway(value).filter((slip) => identifier !== 'personalNumber' || hasCheckDigit(slip));
  return [value, ...slips].map((number) => numberKey(identifier, number));
}

function oneDigitAway(value: string): string[] {
  return [...value].flatMap((character, index) => {
    const [before, after] = [value.slice(0, index), value.slice(index + 1)];
    const wrong = /\d/u.test(character) ? [...'0123456789'].map((digit) => before + digit + after) : [];
    const exchanged = after === '' ? [] : [before + after[0]! + character + after.slice(1)];
    return [...wrong, ...exchanged];
  });
}
