import { badInput } from '../../shared/writing/badInput';
import { readList } from '../../shared/writing/readList';
import { readNumber } from '../../shared/writing/readNumber';
import { readPastDate } from '../../shared/writing/readPastDate';
import { readPhones } from '../../shared/writing/readPhones';
import type { MigrationRecord, SpokenLanguageRecord } from '../records';
import type { RegisterChildInput, SpokenLanguageInput } from '../resolvers/inputs';
import { readBirthDate, readBirthDateClaim, readNameClaim } from './readClaims';

/** Reads a registration as the record that a load would bring. @throws BAD_USER_INPUT */
export function readChild(
  input: RegisterChildInput,
  now: Date,
): Omit<MigrationRecord, 'id' | 'asylumCases'> & { appliedOn: string } {
  return {
    protectedIdentity: input.protectedIdentity,
    dossierNumber: readNumber('dossierNumber', input.dossierNumber),
    lmaNumber: readNumber('lmaNumber', input.lmaNumber),
    personalNumber: readNumber('personalNumber', input.personalNumber),
    birthDate: input.birthDate ? readBirthDate(input.birthDate, 'birthDate', now) : null,
    sex: input.sex,
    citizenship: readCode(input.citizenship, 'citizenship', /^[A-Z]{3}$/, 'ERI'),
    arrivalMunicipality: input.arrivalMunicipality,
    phones: readPhones(readList(input.phones, 'phones', { most: 10 })),
    names: readList(input.names, 'names', { least: 1, most: 20 }).map((name, index) =>
      readNameClaim(name, `names.${index}`, now),
    ),
    birthDateClaims: readList(input.birthDateClaims, 'birthDateClaims', { most: 20 }).map((claim, index) =>
      readOtherBirthDate(claim, `birthDateClaims.${index}`, now),
    ),
    languages: readList(input.languages, 'languages', { most: 10 }).map(readLanguage),
    appliedOn: readPastDate(input.appliedOn, 'appliedOn', now),
  };
}

function readOtherBirthDate(...[claim, field, now]: Parameters<typeof readBirthDateClaim>) {
  if (claim.kind === 'STATED') return readBirthDateClaim(claim, field, now);
  throw badInput(`${field}.kind`, {
    sv: 'Den dag som registreras står i birthDate; här står uppgifter (STATED).',
    en: 'The day to register stands in birthDate; here stand claims (STATED).',
  });
}

function readLanguage({ code, interpreterNeeded }: SpokenLanguageInput, index: number): SpokenLanguageRecord {
  return { code: readCode(code, `languages.${index}.code`, /^[a-z]{2,3}$/, 'ti'), interpreterNeeded };
}

function readCode(value: string, field: string, pattern: RegExp, example: string): string {
  if (pattern.test(value)) return value;
  throw badInput(field, {
    sv: `${field} är ingen kod i standarden; skriv som "${example}".`,
    en: `${field} is no code of the standard; write as in "${example}".`,
  });
}
