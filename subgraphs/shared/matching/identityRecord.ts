import type { Sex } from './criteria';

/** One way a child has been named, in any script. Former and stated names stay beside the registered one. */
export interface NameClaim {
  given: string | null;
  family: string | null;
  /** The whole name when nobody can say which part is a family name. */
  full?: string | null;
  kind: 'REGISTERED' | 'STATED' | 'ALIAS';
}

/** One claim about the birth: a day, a year, or an age said on a day. Days are `YYYY-MM-DD`. */
export interface BirthDateClaim {
  date: string | null;
  /** Known when the day is not. */
  year?: number | null;
  kind: 'REGISTERED' | 'STATED';
  statedAge?: number | null;
  /** The day the age was said. Without it a stated age says nothing. */
  statedOn?: string | null;
}

/**
 * What an agency brings to a comparison about one child. Citizenship, religion, health and photo have no place
 * here: selecting persons by them is forbidden, and they say little about identity.
 */
export interface IdentityRecord {
  names: NameClaim[];
  births: BirthDateClaim[];
  sex: Sex | null;
  phones: string[];
  dossierNumber?: string | null;
  lmaNumber?: string | null;
  personalNumber?: string | null;
}
