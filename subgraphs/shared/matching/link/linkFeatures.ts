import { compareBirthDate } from '../compareBirth';
import { DEFAULT_MODEL } from '../matchingModel';
import { compareNameFields, type FieldLevel } from './compareFields';
import type { LinkRecord } from './linkRecord';

/** How two records agree, field by field; null where one of them holds nothing. */
export interface LinkFeatures {
  given: FieldLevel | null;
  family: FieldLevel | null;
  order: 'STRAIGHT' | 'EXCHANGED' | null;
  /** The detail of `compareBirthDate`. */
  birthDate: string | null;
}

export type LinkField = keyof LinkFeatures;
export const LINK_FIELDS: readonly LinkField[] = ['given', 'family', 'order', 'birthDate'];

/** The levels of each field, full agreement first, contradiction last. */
export const LINK_LEVELS: Readonly<Record<LinkField, readonly string[]>> = {
  given: ['SAME', 'NEAR', 'PART', 'FAR', 'OTHER'],
  family: ['SAME', 'NEAR', 'PART', 'FAR', 'OTHER'],
  order: ['STRAIGHT', 'EXCHANGED'],
  birthDate: [
    'SAME_DATE',
    'DAY_MONTH_SWAP',
    'YEAR_ONLY',
    'YEAR_OFF_BY_ONE',
    'ONE_SLIP',
    'SAME_YEAR',
    'NEAR_YEAR',
    'OTHER_DATE',
  ],
};

export function toFeatures(one: LinkRecord, other: LinkRecord): LinkFeatures {
  const { given, family, exchanged } = compareNameFields(one, other);
  const named = given !== null || family !== null;
  return {
    given,
    family,
    order: named ? (exchanged ? 'EXCHANGED' : 'STRAIGHT') : null,
    birthDate: compareDates(one.birthDate, other.birthDate),
  };
}

function compareDates(one: string | null, other: string | null): string | null {
  if (!one || !other) return null;
  return compareBirthDate(one, false, { date: other, kind: 'REGISTERED' }, DEFAULT_MODEL)?.detail ?? null;
}
