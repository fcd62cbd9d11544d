import type { NumberIdentifier, Sex } from './criteria';
import type { BirthDateClaim, IdentityRecord, NameClaim } from './identityRecord';
import { NUMBER_IDENTIFIERS, normaliseNumber, normalisePhone } from './normaliseNumbers';
import { prepareName, type PreparedName } from './prepareName';

/** A record with its names split and its numbers normalised, to be compared many times. */
export interface PreparedRecord {
  prepared: true;
  numbers: Partial<Record<NumberIdentifier, string>>;
  names: PreparedName[];
  births: BirthDateClaim[];
  sex: Sex | null;
  phones: string[];
}

/** Claims beyond these are left unread: a record is a child, not a list. */
const MOST_CLAIMS = 16;

/** Does once what every comparison with the record needs. A prepared record comes back as it is. */
export function prepareRecord(record: IdentityRecord | PreparedRecord): PreparedRecord {
  if ('prepared' in record) return record;
  const numbers = NUMBER_IDENTIFIERS.flatMap((identifier) => {
    const held = record[identifier];
    const value = held ? normaliseNumber(identifier, held) : null;
    return value ? [[identifier, value] as const] : [];
  });
  return {
    prepared: true,
    numbers: Object.fromEntries(numbers),
    names: record.names
      .slice(0, MOST_CLAIMS)
      .map(claimedName)
      .filter((name) => name !== null),
    births: record.births.slice(0, MOST_CLAIMS),
    sex: record.sex === 'UNKNOWN' ? null : record.sex,
    phones: record.phones
      .slice(0, MOST_CLAIMS)
      .map(normalisePhone)
      .filter((phone) => phone !== null),
  };
}

/** Given and family name, or the whole name where nobody told them apart. */
function claimedName({ given, family, full }: NameClaim): PreparedName | null {
  const parts = [given, family].filter((part) => part != null && part !== '');
  return prepareName(parts.length > 0 ? parts.join(' ') : (full ?? ''));
}
