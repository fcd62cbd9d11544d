import type { OpeningHours } from './hours';
import type { Text } from '../../../schema/protocol/text';

export const dutyKinds = [
  'SOCIAL_SERVICES',
  'SOCIAL_EMERGENCY',
  'YOUTH_EMERGENCY',
  'GUARDIANSHIP_BOARD',
  'POLICE',
  'MIGRATION_AGENCY',
  'SWITCHBOARD',
  'NGO',
  'HOTLINE',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface Phone {
  e164: string | null;
  /** A short number that has no international form, for example 11414. */
  shortCode: string | null;
  /** As people read it. */
  display: string;
}

/** What a contact answers for. A COUNTY contact sits in the county, but its plan does not say for whom it answers. */
export interface Coverage {
  scope: 'MUNICIPALITIES' | 'COUNTY' | 'NATIONAL';
  codes: string[];
}

/** One function that answers (never a named person), as the directory's data hold it. */
export interface Contact {
  id: string;
  kind: DutyKind;
  name: Text;
  coverage: Coverage;
  /** The part of the municipality, where it is divided (Stockholm's district administrations). */
  district?: string;
  phones: { e164?: string; shortCode?: string; display: string }[];
  email?: string;
  address?: string;
  hours: OpeningHours;
  source: string;
  /** The date of the plan that printed it; null when the source is undated. */
  verifiedOn: string | null;
}

/** A contact at a moment. Instants ISO 8601, UTC. */
export interface ResolvedContact {
  id: string;
  kind: DutyKind;
  name: Text;
  /** SCB's code of the municipality asked about, when the contact answers for it in particular. */
  municipality: string | null;
  district: string | null;
  phones: Phone[];
  email: string | null;
  address: string | null;
  openNow: boolean;
  /** When it opens next; null while open, and when nobody knows. */
  opensAt: string | null;
  /** When it closes; null while closed, and when it never does. */
  closesAt: string | null;
  verifiedOn: string | null;
}
