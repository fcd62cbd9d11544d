import type { AgencySubgraph, Role } from '../../../schema/protocol/vocabulary';
import type { RoutineActor } from '../routines/step';

export interface OwnTurns {
  /** In whose register it stands that somebody of the role has taken a duty on. */
  readonly agency: AgencySubgraph;
  /** Whose duties the role takes on. */
  readonly owners: readonly RoutineActor[];
}

const socialServices: OwnTurns = {
  agency: 'municipality',
  // A home has no login of its own: whoever placed the child there says it for the home.
  owners: ['SOCIAL_SERVICES', 'HOME'],
};
const police: OwnTurns = { agency: 'police', owners: ['POLICE'] };

/** Whose duties a role can take on. */
export const ownTurns: Readonly<Partial<Record<Role, OwnTurns>>> = {
  SOCIAL_WORKER: socialServices,
  SOCIAL_EMERGENCY: socialServices,
  POLICE_OFFICER: police,
  POLICE_INVESTIGATOR: police,
  MIGRATION_OFFICER: { agency: 'migration', owners: ['MIGRATION_AGENCY'] },
  GUARDIAN: { agency: 'guardianship', owners: ['GUARDIAN'] },
  GUARDIANSHIP_OFFICER: { agency: 'guardianship', owners: ['GUARDIANSHIP_BOARD'] },
};
