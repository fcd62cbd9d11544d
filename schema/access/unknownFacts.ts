import type { Agency, Role } from '../protocol/vocabulary';
import type { Facts, Row, Subject } from './types';

/**
 * Fills what is missing because an agency did not answer with what speaks against the asker: an outage, which an
 * attacker may cause, must neither make an adult a child nor uncover a protected identity.
 */
export function assumeWorst(facts: Facts): Facts {
  const missing = (agency: Agency): boolean => facts.unavailable.includes(agency);
  return {
    ...facts,
    adult: facts.adult ?? (missing('MIGRATION_AGENCY') ? true : null),
    protectedIdentity: facts.protectedIdentity || protectionHolders.some(missing),
  };
}

/** Fills it with what speaks for the asker, to tell "may not" from "cannot be known now". */
export function assumeBest(facts: Facts, { role, municipality }: Subject, row: Row): Facts {
  const missing = (agency: Agency | null): boolean => agency !== null && facts.unavailable.includes(agency);
  return {
    ...facts,
    related: facts.related || missing(relationHolder[role]),
    absconding: facts.absconding || missing('MUNICIPALITY'),
    found: facts.found || missing('POLICE'),
    ...(missing('MUNICIPALITY') && {
      released: [...facts.released, row.id],
      investigating: municipality === null ? [] : [municipality],
      handrackning: true,
    }),
    unavailable: [],
  };
}

/** Those whose registers carry sekretessmarkering and protected addresses from the start. */
const protectionHolders: readonly Agency[] = ['MIGRATION_AGENCY', 'MUNICIPALITY'];

/** Whose register says that a child is a role's own case or ward; null: the role has no such relation. */
const relationHolder: Readonly<Record<Role, Agency | null>> = {
  SOCIAL_WORKER: 'MUNICIPALITY',
  SOCIAL_EMERGENCY: 'MUNICIPALITY',
  OUTREACH_WORKER: 'MUNICIPALITY',
  POLICE_OFFICER: 'POLICE',
  POLICE_INVESTIGATOR: 'POLICE',
  BORDER_POLICE: 'POLICE',
  MIGRATION_OFFICER: 'MIGRATION_AGENCY',
  GUARDIAN: 'GUARDIANSHIP_BOARD',
  GUARDIANSHIP_OFFICER: 'GUARDIANSHIP_BOARD',
  COUNTY_ANALYST: null,
  NGO_WORKER: null,
  SCHOOL_HEALTH_STAFF: null,
  INTEGRATOR: 'MUNICIPALITY',
  AUDITOR: null,
};
