import { swapDayAndMonth, type DayInterval } from './calendar';
import { isUnknownDay } from './compareBirth';
import type { NormalisedCriteria, NumberIdentifier } from './criteria';
import { outlineKeys, pairKeys } from './nameKeys';
import { DEFAULT_MODEL } from './matchingModel';
import { hasCheckDigit } from './normaliseNumbers';
import type { NameToken } from './nameToken';
import type { PreparedName } from './prepareName';
import { sumNameWeights } from './sumNameWeights';
import { dayKeys, dayPairKeys, NO_YEAR, numberKey, pairKey, phoneKey, yearKey } from './searchKeys';

/**
 * The keys to look for with `&&` (array overlap) against `searchKeys`. Holds the usual mistakes: day and month
 * exchanged, a year too many or too few, a slip in a number that does not stand alone. Empty when the criteria are too
 * loose to single anyone out.
 *
 * @param population how many children are searched: the more, the rarer names have to be to be searched by without a day,
 *   since a match takes more evidence and a search finds more strangers. @default few enough for all passes
 */
export function queryKeys(criteria: NormalisedCriteria, population = 0): string[] {
  const { numbers, name, phone } = criteria;
  const alone = !name && !phone && !criteria.birthDate;
  const keys = [
    ...numbers.flatMap(({ identifier, value }) => numberKeys(identifier, value, alone)),
    ...(phone ? [phoneKey(phone)] : []),
    ...(name ? nameKeysOf(name, criteria, besidesFor(population)) : []),
  ];
  return [...new Set(keys)];
}

/** Bits that names need besides in a register as large. */
function besidesFor(population: number): number {
  return Math.max(0, Math.log2(population / DEFAULT_MODEL.decision.searchedByAllPasses));
}

function nameKeysOf(
  name: PreparedName,
  { birthDate, bornBetween }: NormalisedCriteria,
  besides: number,
): string[] {
  const { births, age, decision } = DEFAULT_MODEL;
  const pairs = pairKeys(name);
  const byNames = canDecide(name.tokens, -besides, decision.worthSearchingByNames);
  const otherBirth = birthDate ? births.OTHER_DATE : age.OTHER_AGE;
  // A municipality searches by the name alone, whatever else was said (SoLPuF 15 §): there it has to find.
  const withoutBirth = birthDate || bornBetween ? canDecide(name.tokens, otherBirth - besides) : byNames;
  return [
    ...(birthDate ? dateKeys(birthDate, name, pairs, besides) : []),
    ...(bornBetween ? ageKeys(bornBetween, name, pairs, besides) : []),
    ...(byNames ? pairs.map((pair) => yearKey(NO_YEAR, pair)) : []),
    ...(withoutBirth ? rarestPairs(name).map(pairKey) : []),
  ];
}

/**
 * The day itself with one name. With both names also the days it is mistaken for, the day that stands for an unknown
 * one of the year, and any other day of that year where the names can bear it.
 */
function dateKeys(date: string, name: PreparedName, pairs: string[], besides: number): string[] {
  const swapped = swapDayAndMonth(date);
  const mistaken = [date, swapped, ...yearsOff(date), `${date.slice(0, 4)}-01-01`];
  const ofOneName = name.tokens.length === 1 ? [date, swapped] : [date];
  return [
    ...ofOneName.filter((day) => day !== null).flatMap((day) => dayKeys(day, outlineKeys(name))),
    ...mistaken.filter((day) => day !== null).flatMap((day) => dayPairKeys(day, pairs)),
    ...(bearsOtherDay(date, name, besides) ? pairs.map((pair) => yearKey(date.slice(0, 4), pair)) : []),
  ];
}

/** A first of January says no more than the year. */
function bearsOtherDay(date: string, { tokens }: PreparedName, besides: number): boolean {
  const { births, decision } = DEFAULT_MODEL;
  return isUnknownDay(date)
    ? canDecide(tokens, births.YEAR_ONLY - besides, decision.worthSearchingByNames)
    : canDecide(tokens, births.SAME_YEAR - besides);
}

/** The same day one year earlier and later; on the day that stands for an unknown one that says nothing. */
function yearsOff(date: string): string[] {
  const year = Number(date.slice(0, 4));
  return isUnknownDay(date) ? [] : [year - 1, year + 1].map((near) => `${near}${date.slice(4)}`);
}

/** The years in which someone of the age was born; those around them when the names bear a wrong age. */
function ageKeys({ from, to }: DayInterval, name: PreparedName, pairs: string[], besides: number): string[] {
  const { age } = DEFAULT_MODEL;
  if (!canDecide(name.tokens, age.SAME_AGE - besides)) return [];
  const off = canDecide(name.tokens, age.ONE_YEAR_OFF - besides) ? 1 : 0;
  const [first, last] = [Number(from.slice(0, 4)) - off, Number(to.slice(0, 4)) + off];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return pairs.flatMap((pair) => years.map((year) => yearKey(year, pair)));
}

/** Names without a year find too many unless they are the rarest two. */
function rarestPairs({ tokens }: PreparedName): string[] {
  return pairKeys({ tokens: [...tokens].sort((one, other) => one.share - other.share).slice(0, 2) });
}

/** Whether names this rare, with so many bits from elsewhere, come near a match. Common names would only flood. */
function canDecide(
  tokens: NameToken[],
  otherBits: number,
  least = DEFAULT_MODEL.decision.worthSearching,
): boolean {
  const bits = tokens.map(({ share, initial }) => (initial ? 0 : -Math.log2(share)));
  return sumNameWeights(bits, DEFAULT_MODEL) + otherBits >= least;
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
