import type { Agency } from '../../schema/protocol/vocabulary';
import type { IdentityRecord } from '../shared/matching';
import type {
  CareReviewKind,
  CareReviewOutcome,
  DiscoveredBy,
  GuardianOpinion,
  HandrackningGround,
  LeftCountrySource,
} from './lifecycleWords';
import type { ConcernOutcome } from './preventionWords';
import type {
  CareOrderKind,
  FoundBy,
  FoundCondition,
  FoundWhere,
  PlacementType,
  PresumedCause,
  RiskArea,
  SocialCaseStatus,
} from './vocabulary';

/*
 * What the municipalities' own systems export about a child. Dates are `YYYY-MM-DD`, instants RFC 3339 with an
 * offset, municipalities SCB's four-digit codes. A left-out value is one the municipality does not hold.
 */

/** One child, with the records of every municipality that has or had a case. */
export interface MunicipalityRecord {
  /** The opaque reference that the agencies share. */
  id: string;
  /** When the record was last changed in the agency's own system. @default not told */
  updatedAt?: string | null;
  /** Protected identity (sekretessmarkering, skyddad folkbokföring). @default false */
  protectedIdentity?: boolean;
  identity: IdentityRecord;
  /** One per municipality and period; several over the years. */
  socialCases: SocialCaseRecord[];
  placements?: PlacementRecord[];
  episodes?: AbscondingEpisodeRecord[];
  riskAssessments?: RiskAssessmentRecord[];
  description?: ChildDescriptionRecord | null;
  careOrders?: CareOrderRecord[];
  careReviews?: CareReviewRecord[];
  protectionCases?: ProtectionCaseRecord[];
  releases?: ReleaseRecord[];
}

export interface SocialCaseRecord {
  municipality: string;
  status: SocialCaseStatus;
  openedOn: string;
  closedOn?: string | null;
  /** The municipality's own case number (diarienummer). */
  caseNumber: string;
  socialWorkerName?: string | null;
  /** E.164 */
  socialWorkerPhone?: string | null;
  /** The unit that handles the case, as a function. */
  unit?: string | null;
  /** When the guardian was asked before the case was closed (R17). */
  guardianConsultedOn?: string | null;
  guardianOpinion?: GuardianOpinion | null;
}

export interface PlacementRecord {
  type: PlacementType;
  /** Where the placement lies. */
  municipality: string;
  /** The municipality that placed the child and stays responsible (SoL 29:2). */
  placedBy: string;
  since: string;
  until?: string | null;
  name?: string | null;
  address?: string | null;
}

/** One absconding (avvikande), from the moment the child left until it is back. */
export interface AbscondingEpisodeRecord {
  id: string;
  abscondedAt: string;
  discoveredAt?: string | null;
  /** Before the child was assigned to a municipality. */
  arrivalStage: boolean;
  /** The municipality absconded from (R25). */
  abscondedFrom: string;
  presumedCause?: PresumedCause | null;
  /** What the cause is when the list has no word for it. */
  causeNote?: string | null;
  discoveredBy?: DiscoveredBy | null;
  /** The placement absconded from. @default the one in `placements` on that day */
  placementType?: PlacementType | null;
  /** ISO 3166-1 alpha-3 of the country that the child said it would go on to. */
  onwardCountry?: string | null;
  /** For the municipality's own statistics (R23); no field of the graph reads it. */
  asylumGrounds?: string | null;
  /** ISO 3166-1 alpha-3; registered for the yearly figures. */
  citizenship?: string | null;
  reportedToPoliceAt?: string | null;
  guardianInformedAt?: string | null;
  migrationAgencyInformedAt?: string | null;
  foundAt?: string | null;
  foundBy?: FoundBy | null;
  foundWhere?: FoundWhere | null;
  condition?: FoundCondition[];
  returnedAt?: string | null;
  measuresOffered?: boolean | null;
  leftCountryConfirmedAt?: string | null;
  leftCountryConfirmedBy?: LeftCountrySource | null;
  /** When the case was closed with the child noted as missing (försvunnen, R02). */
  notedMissingOn?: string | null;
}

export interface RiskAssessmentRecord {
  id: string;
  assessedOn: string;
  /** Of the checklist that the items' codes belong to, e.g. `SUN-2025`. */
  checklistVersion: string;
  /** Danger to life: suicide, illness, trafficking. */
  lifeDanger: boolean;
  nextFollowUpOn?: string | null;
  items: { code: string; present: boolean; note?: string | null }[];
  plan?: { area: RiskArea; measure: string; responsible: string; followUpOn?: string | null }[];
}

/** How the child looks (signalement). */
export interface ChildDescriptionRecord {
  heightCm?: number | null;
  build?: string | null;
  hair?: string | null;
  eyes?: string | null;
  marks?: string | null;
  clothing?: string | null;
  /** Address of the photo in the municipality's own system. */
  photoUrl?: string | null;
  /** When the child was told how the photo is used, and agreed. */
  photoAgreedOn?: string | null;
  updatedOn: string;
}

/** A decision under the Care of Young Persons Act (LVU). */
export interface CareOrderRecord {
  kind: CareOrderKind;
  decidedAt: string;
  executedAt?: string | null;
  /** Submitted to the administrative court; within a week of the decision (LVU 7 §). */
  submittedAt?: string | null;
  /** Care applied for; within four weeks of the execution (LVU 8 §). */
  appliedAt?: string | null;
  /** When the care ended or the decision lapsed (LVU 9 §); until then it counts as in force. */
  endedAt?: string | null;
  grounds?: string | null;
  /** When police assistance was requested (handräckning, LVU 43 §). */
  handrackningRequestedAt?: string | null;
  handrackningGround?: HandrackningGround | null;
}

/** That the need of care was reviewed (övervägande, omprövning; SoL 22:13). */
export interface CareReviewRecord {
  reviewedOn: string;
  kind: CareReviewKind;
  outcome: CareReviewOutcome;
}

/** The work that a concern report starts (SoL 19:1, 20:1-3). */
export interface ProtectionCaseRecord {
  municipality: string;
  concernReceivedAt: string;
  protectionAssessedAt?: string | null;
  investigationOpenedAt?: string | null;
  investigationClosedAt?: string | null;
  /** Whether an investigation was opened; with `decidedAt`. */
  decision?: ConcernOutcome | null;
  decidedAt?: string | null;
  /** When whoever reported was told of the decision (SoL 19:6). */
  reporterToldAt?: string | null;
}

/** A completed secrecy test: these rows of the access matrix, to that agency, on that basis. */
export interface ReleaseRecord {
  toAgency: Agency;
  /** Rows of the access matrix, e.g. `municipality.absconding`. */
  rows: string[];
  /** Code of the legal basis, e.g. `OSL_10_2`. */
  basis: string;
  releasedAt: string;
  expiresAt?: string | null;
  /** The official who decided, as the municipality's system knows them. */
  releasedBy: string;
}
