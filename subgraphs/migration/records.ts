import type { Agency } from '../../schema/protocol/vocabulary';
import type { Sex } from '../shared/graph/vocabulary';
import type {
  AgeAssessmentMethod,
  AssignmentGround,
  AsylumCaseStatus,
  AsylumDecision,
  ClaimKind,
  ClosingReason,
  NameKind,
} from './vocabulary';

/**
 * One child as Migrationsverket's own system exports it. Days are `YYYY-MM-DD`; municipalities are Statistics
 * Sweden's four digits; lists may come in any order. What is absent is not held.
 */
export interface MigrationRecord {
  /** The opaque reference that the agencies share. */
  id: string;
  /** When the record was last changed in the agency's own system. @default not told */
  updatedAt?: string | null;
  /** Sekretessmarkering or stronger. @default false */
  protectedIdentity?: boolean;
  /** Beteckningsnummer; unique. */
  dossierNumber?: string | null;
  /** Number of the card under the Act on reception of asylum seekers (lagen om mottagande av asylsökande). */
  lmaNumber?: string | null;
  /** Samordningsnummer, or personnummer after a permit. */
  personalNumber?: string | null;
  /** The registered one; it need not be repeated in `birthDateClaims`. */
  birthDate?: string | null;
  /** @default 'UNKNOWN' */
  sex?: Sex;
  /** ISO 3166-1 alpha-3; `XXX` stateless or unknown. @default 'XXX' */
  citizenship?: string;
  arrivalMunicipality?: string | null;
  phones?: string[];
  names: NameRecord[];
  birthDateClaims?: BirthDateClaimRecord[];
  ageDecisions?: AgeDecisionRecord[];
  languages?: SpokenLanguageRecord[];
  assignments?: AssignmentRecord[];
  asylumCases?: AsylumCaseRecord[];
}

export interface NameRecord {
  given?: string | null;
  family?: string | null;
  /** The whole name, when nobody can say which part is which. */
  full?: string | null;
  kind: NameKind;
  statedBy?: Agency | null;
  statedOn?: string | null;
}

export interface BirthDateClaimRecord {
  date?: string | null;
  /** When no day is known. */
  year?: number | null;
  kind: ClaimKind;
  statedAge?: number | null;
  statedBy?: Agency | null;
  statedOn?: string | null;
}

/** A decision on age, Migrationsverket's own or one that another authority has notified. */
export interface AgeDecisionRecord {
  authority: Agency;
  adult: boolean;
  decidedOn: string;
  method?: AgeAssessmentMethod | null;
  /** Provisional until the asylum decision (UtlL 13:17). @default false */
  provisional?: boolean;
}

export interface SpokenLanguageRecord {
  /** ISO 639, two letters where there are two, otherwise three: `ti`, `prs`. */
  code: string;
  /** @default true */
  interpreterNeeded?: boolean;
}

export interface AssignmentRecord {
  municipality: string;
  assignedOn: string;
  ground: AssignmentGround;
  /** Null for the one in force; at most one is. */
  endedOn?: string | null;
}

export interface AsylumCaseRecord {
  status: AsylumCaseStatus;
  decision: AsylumDecision;
  decidedOn?: string | null;
  /** @default false */
  appealPending?: boolean;
  /** Entitled to support under the reception act. @default true while the case is open */
  lmaEntitled?: boolean;
  openedOn: string;
  closedOn?: string | null;
  closingReason?: ClosingReason | null;
  /** When the guardian was asked before the case was closed. */
  guardianAskedOn?: string | null;
  /** The officer's id at the agency, not a name. */
  caseOfficer?: string | null;
}
