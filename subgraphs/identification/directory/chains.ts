import type { DutyKind } from './contact';

/**
 * Who stands in for whom, in order. A caller who asks for social services at night needs the emergency service, and
 * where there is none (Nykvarn), or it has closed, the police on 114 14, who reach the staff on call (R36).
 */
export const chains: Record<DutyKind, readonly DutyKind[]> = {
  SOCIAL_SERVICES: ['SOCIAL_SERVICES', 'SOCIAL_EMERGENCY', 'SWITCHBOARD', 'POLICE'],
  SOCIAL_EMERGENCY: ['SOCIAL_EMERGENCY', 'SOCIAL_SERVICES', 'SWITCHBOARD', 'POLICE'],
  YOUTH_EMERGENCY: ['YOUTH_EMERGENCY', 'SOCIAL_EMERGENCY', 'POLICE'],
  GUARDIANSHIP_BOARD: ['GUARDIANSHIP_BOARD', 'SWITCHBOARD'],
  POLICE: ['POLICE'],
  MIGRATION_AGENCY: ['MIGRATION_AGENCY'],
  SWITCHBOARD: ['SWITCHBOARD'],
  NGO: ['NGO', 'HOTLINE'],
  HOTLINE: ['HOTLINE'],
};

/** Everybody, in the order in which somebody who stands beside a child needs them. */
export const everyKind: readonly DutyKind[] = [
  'SOCIAL_SERVICES',
  'SOCIAL_EMERGENCY',
  'YOUTH_EMERGENCY',
  'SWITCHBOARD',
  'POLICE',
  'GUARDIANSHIP_BOARD',
  'MIGRATION_AGENCY',
  'HOTLINE',
  'NGO',
];
