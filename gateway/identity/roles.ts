import type { Agency, Role } from '../../schema/protocol/vocabulary';

/** Where a role can be employed. The first is what the demo issuer writes when none is asked for. */
export const agenciesOfRole: Readonly<Record<Role, readonly [Agency, ...Agency[]]>> = {
  SOCIAL_WORKER: ['MUNICIPALITY'],
  SOCIAL_EMERGENCY: ['MUNICIPALITY'],
  OUTREACH_WORKER: ['MUNICIPALITY'],
  POLICE_OFFICER: ['POLICE'],
  POLICE_INVESTIGATOR: ['POLICE'],
  BORDER_POLICE: ['POLICE'],
  MIGRATION_OFFICER: ['MIGRATION_AGENCY'],
  GUARDIAN: ['GUARDIANSHIP_BOARD'],
  GUARDIANSHIP_OFFICER: ['GUARDIANSHIP_BOARD'],
  COUNTY_ANALYST: ['COUNTY_BOARD'],
  NGO_WORKER: ['NGO'],
  SCHOOL_HEALTH_STAFF: ['SCHOOL', 'HEALTH_CARE'],
  INTEGRATOR: ['INTEGRATOR'],
  AUDITOR: ['HUB', 'MIGRATION_AGENCY', 'MUNICIPALITY', 'POLICE', 'GUARDIANSHIP_BOARD'],
};

/** A municipality is 290 authorities: without its code nobody can tell whose secrecy is at stake (OSL 8:1). */
export function needsMunicipality(agency: Agency): boolean {
  return agency === 'MUNICIPALITY';
}

export function isMunicipalityCode(value: string): boolean {
  return /^\d{4}$/.test(value);
}
