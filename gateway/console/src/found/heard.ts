import type { IdentityCriteria } from '../../../../schema/console/operations';
import { cleanText } from '../ui/cleanText';
import { readBirth } from './readBirth';

/** What the finder has typed, as typed. */
export interface Heard {
  readonly givenName: string;
  readonly familyName: string;
  readonly born: string;
  readonly dossierNumber: string;
  readonly lmaNumber: string;
  readonly personalNumber: string;
  readonly phone: string;
  readonly sex: '' | 'FEMALE' | 'MALE' | 'OTHER';
  readonly foundIn: string;
}

export const nothingHeard: Heard = {
  givenName: '',
  familyName: '',
  born: '',
  dossierNumber: '',
  lmaNumber: '',
  personalNumber: '',
  phone: '',
  sex: '',
  foundIn: '',
};

/** What is asked of the hub, or which field can not be read. */
export type Criteria =
  | { readonly ok: true; readonly criteria: IdentityCriteria; readonly given: number }
  | { readonly ok: false; readonly field: 'born' };

/** @param today YYYY-MM-DD in Stockholm */
export function toCriteria(heard: Heard, today: string): Criteria {
  const text = (value: string): string | undefined => cleanText(value).trim() || undefined;
  const born = text(heard.born);
  const birth = born === undefined ? {} : readBirth(born, today);
  if (birth === null) return { ok: false, field: 'born' };
  const criteria: IdentityCriteria = {
    givenName: text(heard.givenName),
    familyName: text(heard.familyName),
    ...birth,
    dossierNumber: text(heard.dossierNumber),
    lmaNumber: text(heard.lmaNumber),
    personalNumber: text(heard.personalNumber),
    phone: text(heard.phone),
    sex: heard.sex || undefined,
  };
  const given = Object.values(criteria).filter((value) => value !== undefined).length;
  return { ok: true, criteria, given };
}
