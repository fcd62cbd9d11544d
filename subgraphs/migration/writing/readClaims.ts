import { localDate } from '../../shared/time/stockholm';
import { badInput } from '../../shared/writing/badInput';
import { readName } from '../../shared/writing/readName';
import { readPastDate } from '../../shared/writing/readPastDate';
import type { BirthDateClaimRecord, NameRecord } from '../records';
import type { BirthDateClaimInput, NameClaimInput } from '../resolvers/inputs';

/** Reads a name as the register keeps it. @throws BAD_USER_INPUT */
export function readNameClaim(claim: NameClaimInput, field: string, now: Date): NameRecord {
  const { kind, statedBy, statedOn } = claim;
  return {
    ...readName(claim, field),
    kind,
    statedBy: statedBy ?? null,
    statedOn: statedOn ? readPastDate(statedOn, `${field}.statedOn`, now) : null,
  };
}

/** No register has anybody older, and a year before it is a slip of the finger. */
const oldestYear = 1900;
const oldestAge = 120;

/** Reads a claim about the birth as the register keeps it. @throws BAD_USER_INPUT */
export function readBirthDateClaim(
  claim: BirthDateClaimInput,
  field: string,
  now: Date,
): BirthDateClaimRecord {
  const { kind, statedBy, statedAge } = claim;
  const date = claim.date ? readBirthDate(claim.date, `${field}.date`, now) : null;
  if (kind === 'REGISTERED' && date === null) {
    throw badInput(`${field}.date`, {
      sv: 'Det som registreras är en dag; ett år eller en ålder är en uppgift (STATED).',
      en: 'What is registered is a day; a year or an age is a claim (STATED).',
    });
  }
  const year = claim.year ?? null;
  if (date === null && year === null && (statedAge ?? null) === null) {
    throw badInput(field, {
      sv: `${field}: ange date, year eller statedAge.`,
      en: `${field}: give date, year or statedAge.`,
    });
  }
  assertWithin(year, `${field}.year`, oldestYear, Number(localDate(now).slice(0, 4)));
  assertWithin(statedAge ?? null, `${field}.statedAge`, 0, oldestAge);
  const statedOn = readPastDate(claim.statedOn, `${field}.statedOn`, now);
  return { date, year, kind, statedAge: statedAge ?? null, statedBy: statedBy ?? null, statedOn };
}

/** Reads a date of birth. @throws BAD_USER_INPUT for a day to come or one that nobody living was born on */
export function readBirthDate(date: string, field: string, now: Date): string {
  assertWithin(Number(date.slice(0, 4)), field, oldestYear, Number(localDate(now).slice(0, 4)));
  return readPastDate(date, field, now);
}

function assertWithin(value: number | null, field: string, least: number, most: number): void {
  if (value === null || (value >= least && value <= most)) return;
  throw badInput(field, {
    sv: `${field} ska ligga mellan ${least} och ${most}; det är ${value}.`,
    en: `${field} must lie between ${least} and ${most}; it is ${value}.`,
  });
}
