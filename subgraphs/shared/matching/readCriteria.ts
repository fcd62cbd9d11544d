import { bornWhenAged, isDay, overlaps, widenByYears } from './calendar';
import type { Criteria, NormalisedCriteria, NumberIdentifier, Sex } from './criteria';
import { NUMBER_IDENTIFIERS, normaliseNumber, normalisePhone } from './normaliseNumbers';
import { DEFAULT_MODEL } from './matchingModel';
import { PROBLEMS, type Problem } from './criteriaProblems';
import { prepareName, type PreparedName } from './prepareName';

/** Criteria that can be searched with, or the reason why not. */
export type ReadCriteria =
  | { ok: true; criteria: NormalisedCriteria; identifiers: string[] }
  | {
      ok: false;
      code: 'TOO_FEW_IDENTIFIERS' | 'BAD_USER_INPUT';
      field?: string;
      message: { sv: string; en: string };
    };

const LONGEST_NAME = 200;
const OLDEST = 120;
const SEXES: readonly Sex[] = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'];

/**
 * Checks what a finder has entered. A dossier, LMA or personal number is enough alone; otherwise two of given name,
 * family name, birth date or age, sex and phone are needed. Blank fields count as absent. Never throws, whatever the
 * input; time is bounded.
 *
 * @param today `YYYY-MM-DD` in Stockholm; ages are counted from it and later births refused.
 */
export function readCriteria(criteria: Criteria, today: string): ReadCriteria {
  const given = present(criteria);
  const problem = findProblem(given, today);
  if (problem) return { ok: false, code: 'BAD_USER_INPUT', ...problem };
  const normalised = normalise(given, today);
  const identifiers = listIdentifiers(given, normalised);
  if (normalised.numbers.length === 0 && identifiers.length < 2) {
    return { ok: false, code: 'TOO_FEW_IDENTIFIERS', message: PROBLEMS.tooFew };
  }
  return { ok: true, criteria: normalised, identifiers };
}

function findProblem(given: Criteria, today: string): { field: string; message: Problem } | null {
  for (const field of NUMBER_IDENTIFIERS) {
    const text = given[field];
    if (text != null && !(isText(text) && normaliseNumber(field, text)))
      return { field, message: PROBLEMS.number };
  }
  for (const field of ['givenName', 'familyName'] as const) {
    const message = given[field] == null ? null : nameProblem(given[field]);
    if (message) return { field, message };
  }
  const { sex, phone } = given;
  if (sex != null && !SEXES.includes(sex)) return { field: 'sex', message: PROBLEMS.sex };
  if (phone != null && !(isText(phone) && normalisePhone(phone)))
    return { field: 'phone', message: PROBLEMS.phone };
  return birthProblem(given, today);
}

function nameProblem(name: string): Problem | null {
  if (!isText(name) || name.length > LONGEST_NAME) return PROBLEMS.longName;
  return /\p{L}/u.test(name) ? null : PROBLEMS.noLetters;
}

function birthProblem(
  { birthDate, age }: Criteria,
  today: string,
): { field: string; message: Problem } | null {
  if (birthDate != null) {
    if (!isText(birthDate) || !isDay(birthDate)) return { field: 'birthDate', message: PROBLEMS.noSuchDay };
    if (birthDate > today) return { field: 'birthDate', message: PROBLEMS.future };
    if (birthDate < bornWhenAged(OLDEST, today).from) return { field: 'birthDate', message: PROBLEMS.tooOld };
  }
  if (age == null) return null;
  if (!Number.isInteger(age) || age < 0 || age > OLDEST) return { field: 'age', message: PROBLEMS.age };
  if (birthDate == null) return null;
  const born = { from: birthDate, to: birthDate };
  return overlaps(widenByYears(bornWhenAged(age, today), 1), born)
    ? null
    : { field: 'age', message: PROBLEMS.contradiction };
}

function normalise(given: Criteria, today: string): NormalisedCriteria {
  const { birthDate = null, age, sex, phone } = given;
  return {
    numbers: NUMBER_IDENTIFIERS.flatMap((identifier) => readNumber(identifier, given[identifier])),
    name: wholeName(given),
    birthDate,
    rareBirthDate:
      birthDate !== null && birthDate <= bornWhenAged(DEFAULT_MODEL.births.rareFromAge, today).to,
    bornBetween: birthDate === null && age != null ? bornWhenAged(age, today) : null,
    sex: sex && sex !== 'UNKNOWN' ? sex : null,
    phone: phone == null ? null : normalisePhone(phone),
  };
}

function readNumber(
  identifier: NumberIdentifier,
  text: string | null | undefined,
): NormalisedCriteria['numbers'] {
  const value = text == null ? null : normaliseNumber(identifier, text);
  return value ? [{ identifier, value }] : [];
}

function wholeName({ givenName, familyName }: Criteria): PreparedName | null {
  return prepareName([givenName, familyName].filter((part) => part != null).join(' '));
}

/** A one-letter name and an unknown sex are no identifiers. Date and age are one: the age follows from the date. */
function listIdentifiers(
  given: Criteria,
  { numbers, bornBetween, birthDate, sex, phone }: NormalisedCriteria,
): string[] {
  const named = (name: string | null | undefined): boolean =>
    name != null && (prepareName(name)?.tokens.some(({ initial }) => !initial) ?? false);
  return [
    ...numbers.map(({ identifier }) => identifier),
    ...(named(given.givenName) ? ['givenName'] : []),
    ...(named(given.familyName) ? ['familyName'] : []),
    ...(birthDate === null ? [] : ['birthDate']),
    ...(bornBetween === null ? [] : ['age']),
    ...(sex === null ? [] : ['sex']),
    ...(phone === null ? [] : ['phone']),
  ];
}

/** Drops blank fields, marks that no reader sees included. */
function present(criteria: Criteria): Criteria {
  const entries = Object.entries(criteria ?? {}).filter(
    ([, value]) =>
      value != null && !(isText(value) && value.slice(0, 1000).replace(/[\p{Cf}\p{Cc}\s]/gu, '') === ''),
  );
  const trimmed = entries.map(([field, value]) => [field, isText(value) ? value.trim() : value]);
  return Object.fromEntries(trimmed) as Criteria;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
