import type { Sex } from '../shared/graph/vocabulary';
import type { GuardianshipEndReason, GuardianshipKind } from './vocabulary';

/**
 * One child as a chief guardian's (överförmyndare) own system exports it. Days are `YYYY-MM-DD`; municipalities are
 * Statistics Sweden's four digits; lists may come in any order. What is absent is not held.
 */
export interface GuardianshipRecord {
  /** The opaque reference that the agencies share. */
  id: string;
  /** When the record was last changed in the agency's own system. @default not told */
  updatedAt?: string | null;
  /** Sekretessmarkering or stronger. @default false */
  protectedIdentity?: boolean;
  /** The child is to be kept from the guardian's sight; then the guardian has no access as guardian. @default false */
  secretFromGuardian?: boolean;
  names: GuardianshipNameRecord[];
  birthDate?: string | null;
  /** @default 'UNKNOWN' */
  sex?: Sex;
  dossierNumber?: string | null;
  personalNumber?: string | null;
  /** The child's own, as the board knows them. */
  phones?: string[];
  /** The board's own decision on age; null when it took none. */
  adultDecision?: boolean | null;
  adultDecidedOn?: string | null;
  guardianships: GuardianshipAppointmentRecord[];
}

export interface GuardianshipNameRecord {
  given?: string | null;
  family?: string | null;
  full?: string | null;
}

export interface GuardianshipAppointmentRecord {
  kind: GuardianshipKind;
  /** The municipality whose board supervises. */
  boardMunicipality: string;
  /** How the board is reached, as a function: telephone or mailbox, no person. Default: through the switchboard. */
  boardContact?: string | null;
  /** The guardian's `sub` in the token; how a guardian is known as the guardian of this child. */
  guardianPrincipal: string;
  guardianName: string;
  phone?: string | null;
  email?: string | null;
  appointedOn: string;
  /** The first day it no longer is in force; null: none is set, and at most one per child has none. */
  endedOn?: string | null;
  endReason?: GuardianshipEndReason | null;
  /** When the petition for a specially appointed custodian (särskilt förordnad vårdnadshavare) was made. */
  petitionForCustodianOn?: string | null;
  /** Since when the board watches the case of a child that is gone. */
  watchedSince?: string | null;
}
