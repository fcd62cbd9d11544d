import type { IdentityRecord } from '../shared/matching';
import type { Finder, MissingReportStatus, ReportOutcome } from './vocabulary';

/*
 * What the police's own system exports about a child. Dates are `YYYY-MM-DD`, instants RFC 3339 with an offset,
 * municipalities SCB's four-digit codes. A left-out value is one the police do not hold.
 */

/** One child that has been reported missing or met by a finder. */
export interface PoliceRecord {
  /** The opaque reference that the agencies share. */
  id: string;
  /** When the record was last changed in the agency's own system. @default not told */
  updatedAt?: string | null;
  /** Protected identity (sekretessmarkering, skyddad folkbokföring). @default false */
  protectedIdentity?: boolean;
  /** As reports and finders gave it: mostly stated names and ages. */
  identity: IdentityRecord;
  /** A national alert is out (rikslarm, efterlysning). @default false */
  nationalAlertActive?: boolean;
  /** Suspected victim of a crime (målsägande). @default false */
  suspectedVictim?: boolean;
  /** Suspected of a crime; never leaves the police through the hub. @default false */
  suspectedOffender?: boolean;
  missingPersonReports?: MissingPersonReportRecord[];
  foundEvents?: FoundEventRecord[];
}

/** A report of a missing person (anmälan om försvunnen person). */
export interface MissingPersonReportRecord {
  reportNumber: string;
  reportedAt: string;
  /** Who reported, as a function, e.g. `god man`. */
  reportedBy: string;
  status: MissingReportStatus;
  lastSeenPlace?: string | null;
  lastSeenAt?: string | null;
  closedAt?: string | null;
  /** How a closed report ended (R24). */
  outcome?: ReportOutcome | null;
}

/** A child met by a finder (påträffat barn). */
export interface FoundEventRecord {
  id: string;
  /** The municipality of finding (vistelsekommun). */
  foundIn: string;
  at: string;
  by: Finder;
  place?: string | null;
  /** What the finder saw of the child's condition. */
  condition?: string | null;
  identityKnown: boolean;
}
