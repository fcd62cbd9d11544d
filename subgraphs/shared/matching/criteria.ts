import type { DayInterval } from './calendar';
import type { PreparedName } from './prepareName';

export type Sex = 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';

/** The three numbers that each identify a person alone. */
export type NumberIdentifier = 'dossierNumber' | 'lmaNumber' | 'personalNumber';

/** Everything that a comparison can be about; an absconding is nothing to ask by, it only weighs beside the rest. */
export type Identifier = NumberIdentifier | 'names' | 'birthDate' | 'age' | 'sex' | 'phone' | 'absconding';

/** What a finder knows about the child in front of them, as it came in. */
export interface Criteria {
  dossierNumber?: string | null;
  lmaNumber?: string | null;
  personalNumber?: string | null;
  givenName?: string | null;
  familyName?: string | null;
  /** `YYYY-MM-DD` */
  birthDate?: string | null;
  age?: number | null;
  sex?: Sex | null;
  phone?: string | null;
}

/** Criteria that have been checked, in the form that `compare` and `queryKeys` read. Plain data, no clock. */
export interface NormalisedCriteria {
  numbers: { identifier: NumberIdentifier; value: string }[];
  /** Given and family name together: nobody can be relied on to tell them apart. */
  name: PreparedName | null;
  birthDate: string | null;
  /** The date makes an adult, rare where minors are registered. */
  rareBirthDate: boolean;
  /** The days on which someone of the stated age was born; null when a date is known. */
  bornBetween: DayInterval | null;
  sex: Sex | null;
  /** E.164 */
  phone: string | null;
}
