import type { Agency } from '../../schema/protocol/vocabulary';
import type { RoutineActor } from './routines';

/*
 * The facts that the rules of this subgraph stand on: a few small values from each of the four agencies that hold
 * records, fetched per request and stored nowhere. `null` in place of an agency's facts means that it did not
 * answer, which is something else than an agency that answered that it has no record (`registered: false`).
 * Dates are YYYY-MM-DD, instants ISO 8601, municipalities SCB's four digits.
 */

export interface MigrationFacts {
  registered: boolean;
  /** The Migration Agency's age decision in force; null when there is none. */
  adult: boolean | null;
  birthDate: string | null;
  arrivalMunicipality: string | null;
  assignedMunicipality: string | null;
  assignedOn: string | null;
  /** When the assignment was recorded; null: not known. */
  assignedAt: string | null;
  residencePermit: boolean;
}

/** One absconding. */
export interface EpisodeFacts {
  abscondedAt: string;
  discoveredAt: string | null;
  arrivalStage: boolean;
  returnedAt: string | null;
  foundAt: string | null;
  leftCountryConfirmedAt: string | null;
}

export interface MunicipalityFacts {
  registered: boolean;
  caseMunicipality: string | null;
  caseStatus: 'OPEN' | 'CLOSED' | null;
  /** Of a case whose hour is not known, the end of its last day. */
  caseClosedAt: string | null;
  placementMunicipality: string | null;
  placedBy: string | null;
  /** Newest first. */
  episodes: EpisodeFacts[];
  careOrderDecidedAt: string | null;
  careOrderExecutedAt: string | null;
  careOrderSubmittedAt: string | null;
  careAppliedAt: string | null;
  protectionAssessedAt: string | null;
  investigationOpenedAt: string | null;
  /** The first report of concern that waits for a decision; when none does, the last one. */
  concernReceivedAt: string | null;
  /** The first that nobody has assessed since; when there is none, the last one. */
  concernToAssessAt: string | null;
  investigationClosedAt: string | null;
  nextRiskFollowUpOn: string | null;
  guardianInformedAt: string | null;
}

export interface PoliceFacts {
  registered: boolean;
  missingReportedAt: string | null;
  foundEvents: { foundIn: string; at: string }[];
}

export interface GuardianshipFacts {
  registered: boolean;
  /** The guardianship board's own age decision (JO 6894-2016); never used to decide who is responsible. */
  adult: boolean | null;
  hasGuardian: boolean;
}

/** What deadlines alone stand on, from each agency; null for one that did not answer. */
export interface Duties {
  migration: MigrationDuties | null;
  municipality: MunicipalityDuties | null;
  guardianship: GuardianshipDuties | null;
}

export interface MigrationDuties {
  /** The day of the first application for asylum. */
  appliedOn: string | null;
}

export interface MunicipalityDuties {
  migrationAgencyInformedAt: string | null;
  /** The day that was set for the next reconciliation meeting of the newest absconding. */
  nextMeetingOn: string | null;
  /** The day on which the care that goes on began, wherever the child has been placed since. */
  careSince: string | null;
  careReviewedOn: string | null;
  /** When a report of concern that came in through the hub was decided on: the one whose reporter waits longest. */
  concernDecidedAt: string | null;
  /** When that reporter was told. */
  reporterToldAt: string | null;
  /** When another municipality was asked to take the case over. */
  transferRequestedAt: string | null;
  transferAnsweredAt: string | null;
}

export interface GuardianshipDuties {
  /** The day of the first appointment. */
  appointedOn: string | null;
}

export interface ChildFacts {
  migration: MigrationFacts | null;
  municipality: MunicipalityFacts | null;
  police: PoliceFacts | null;
  guardianship: GuardianshipFacts | null;
  /** What any of them was told: who has said that they see to a duty, in that order. @default nobody */
  takenOn?: readonly DutyTaken[];
  /** Absent where nothing but who is responsible, or whether the child is away, is asked. */
  duties?: Duties;
}

/** Somebody whose turn a duty was has said that they see to it. */
export interface DutyTaken {
  kind: string;
  /** When it was due; a duty whose moment has changed since is another. */
  dueAt: string;
  owner: RoutineActor;
  takenAt: string;
}

/** The answer when a needed agency did not answer: a wrong answer is worse than none. Names whom to wait for. */
export interface Undecidable {
  undecidable: Agency[];
}

export function isUndecidable(answer: object): answer is Undecidable {
  return 'undecidable' in answer;
}
