import type { Role } from '../protocol/vocabulary';

/** The columns of the matrix, in the order in which it is written. OF: överförmyndare, the guardianship board. */
export const columns = [
  'SWr',
  'SWo',
  'JOU',
  'POf',
  'POi',
  'POb',
  'MIG',
  'GM',
  'OF',
  'LST',
  'NGO',
  'SKO',
  'INT',
] as const;
export type Column = (typeof columns)[number];

/**
 * The column an asker stands in. A social worker stands in SWr for the own municipality's cases and in SWo for all
 * other children. Null: no column, which denies everything (an auditor reads logs, never facts about a child).
 */
export function columnOf(role: Role, related: boolean): Column | null {
  if (role === 'SOCIAL_WORKER') return related ? 'SWr' : 'SWo';
  return columnOfRole[role];
}

/** Every column that a role can stand in. */
export function columnsOf(role: Role): Column[] {
  const possible = [columnOf(role, true), columnOf(role, false)];
  return [...new Set(possible)].filter((column) => column !== null);
}

const columnOfRole: Readonly<Record<Exclude<Role, 'SOCIAL_WORKER'>, Column | null>> = {
  SOCIAL_EMERGENCY: 'JOU',
  OUTREACH_WORKER: 'JOU',
  POLICE_OFFICER: 'POf',
  POLICE_INVESTIGATOR: 'POi',
  BORDER_POLICE: 'POb',
  MIGRATION_OFFICER: 'MIG',
  GUARDIAN: 'GM',
  GUARDIANSHIP_OFFICER: 'OF',
  COUNTY_ANALYST: 'LST',
  NGO_WORKER: 'NGO',
  SCHOOL_HEALTH_STAFF: 'SKO',
  INTEGRATOR: 'INT',
  AUDITOR: null,
};
