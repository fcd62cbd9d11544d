import { agencyOfSubgraph, type AgencySubgraph, type Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { askAgency } from '../agencies/askAgencies';
import { undecided } from '../agencies/undecided';

/**
 * The children who may stand in the caller's list, by the register that knows whose they are.
 * @throws AGENCY_UNAVAILABLE, LIMIT_EXCEEDED
 */
export async function askOwn(context: SubgraphContext): Promise<readonly string[]> {
  const agency = keepers[context.assertion.principal.role];
  if (!agency) return [];
  const own = await askAgency(
    context,
    agency,
    { query: `query Caseload { ${agency}Caseload }` },
    (data) => data[`${agency}Caseload`] as string[],
  );
  if (own) return own;
  throw undecided({ sv: 'Vilka ärenden som är dina', en: 'Which cases are yours' }, [
    agencyOfSubgraph[agency],
  ]);
}

/** The Migration Agency keeps no episodes: its officers see those that the municipalities have released to it. */
const keepers: Readonly<Partial<Record<Role, AgencySubgraph>>> = {
  SOCIAL_WORKER: 'municipality',
  SOCIAL_EMERGENCY: 'municipality',
  MIGRATION_OFFICER: 'municipality',
  POLICE_OFFICER: 'police',
  POLICE_INVESTIGATOR: 'police',
  GUARDIAN: 'guardianship',
  GUARDIANSHIP_OFFICER: 'guardianship',
};
