import type { IdentityRecord, Sex } from '../matching';
import { readList } from './readList';
import { readName, type GivenName } from './readName';
import { readNumber } from './readNumber';
import { readPastDate } from './readPastDate';
import { readPhones } from './readPhones';

/** Who a child is, as an agency that takes it into its own register gives it. */
export interface GivenIdentity {
  readonly names: readonly GivenName[];
  readonly birthDate?: string | null;
  readonly sex: Sex;
  readonly phones?: readonly string[] | null;
  readonly dossierNumber?: string | null;
  readonly personalNumber?: string | null;
}

/** Reads an identity as a search compares it. @throws BAD_USER_INPUT with the path below `field` */
export function readIdentity(given: GivenIdentity, field: string, now: Date): IdentityRecord {
  return {
    names: readList(given.names, `${field}.names`, { least: 1, most: 20 }).map((name, index) => {
      const { given: first = null, family = null, full } = readName(name, `${field}.names.${index}`);
      return { given: first, family, ...(full && { full }), kind: 'REGISTERED' };
    }),
    births: given.birthDate
      ? [{ date: readPastDate(given.birthDate, `${field}.birthDate`, now), kind: 'REGISTERED' }]
      : [],
    sex: given.sex,
    phones: readPhones(readList(given.phones, `${field}.phones`, { most: 10 }), `${field}.phones`),
    dossierNumber: readNumber('dossierNumber', given.dossierNumber, `${field}.dossierNumber`),
    personalNumber: readNumber('personalNumber', given.personalNumber, `${field}.personalNumber`),
  };
}
