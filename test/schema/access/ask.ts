import { decideRow, type Outcome } from '../../../schema/access/decideRow';
import type { Grounds } from '../../../schema/access/grounds';
import { noGrounds } from '../../../schema/access/grounds';
import { unattested } from '../../../schema/protocol/attestation';
import { findRow } from '../../../schema/access/rows';
import type { Facts } from '../../../schema/access/types';
import type { Agency, Purpose, Role } from '../../../schema/protocol/vocabulary';

/** Nobody knows the child, and nothing is known about it. */
export const stranger: Facts = unattested('nobody');

/** Noon in Sweden on a day on which all bases are in force. */
export const noon = new Date('2026-03-01T11:00:00Z');

export interface Ask {
  readonly role: Role;
  readonly purpose: Purpose | null;
  readonly facts?: Partial<Facts>;
  /** @default those that the facts hold */
  readonly grounds?: Partial<Grounds>;
  readonly now?: Date;
  /** SCB code of the asker's municipality. */
  readonly municipality?: string;
}

/** What the matrix answers for a row. */
export function ask(
  rowId: string,
  { role, purpose, facts, grounds, municipality, now = noon }: Ask,
): Outcome {
  const subject = { role, agency: agencyOf[role], municipality: municipality ?? null, purpose };
  const given = grounds && { ...noGrounds, ...grounds };
  return decideRow(findRow(rowId), subject, { ...stranger, ...facts }, now, given);
}

/** `R`, `I flag`, `SECRECY`: an outcome in a word. */
export function inShort(outcome: Outcome): string {
  return outcome.allow ? `${outcome.via}${outcome.flagOnly ? ' flag' : ''}` : outcome.code;
}

export const agencyOf: Readonly<Record<Role, Agency>> = {
  SOCIAL_WORKER: 'MUNICIPALITY',
  SOCIAL_EMERGENCY: 'MUNICIPALITY',
  OUTREACH_WORKER: 'MUNICIPALITY',
  POLICE_OFFICER: 'POLICE',
  POLICE_INVESTIGATOR: 'POLICE',
  BORDER_POLICE: 'POLICE',
  MIGRATION_OFFICER: 'MIGRATION_AGENCY',
  GUARDIAN: 'GUARDIANSHIP_BOARD',
  GUARDIANSHIP_OFFICER: 'GUARDIANSHIP_BOARD',
  COUNTY_ANALYST: 'COUNTY_BOARD',
  NGO_WORKER: 'NGO',
  SCHOOL_HEALTH_STAFF: 'SCHOOL',
  INTEGRATOR: 'INTEGRATOR',
  AUDITOR: 'HUB',
};
