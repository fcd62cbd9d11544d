import {
  agencyOfSubgraph,
  agencySubgraphs,
  type Agency,
  type Role,
} from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { undecided } from '../agencies/undecided';
import { askAccessFacts, type FactsByChild } from '../agencies/askAccessFacts';
import { loadLinked } from '../links/loadLinked';

/** Whether the caller sits where an owner's decisions about a child are taken. */
export interface Desk {
  /** May decide what of the owner's is shown: who works with the child; of a protected child, the owner's reviewer. */
  decides(owner: Agency, child: string): boolean;
  /** Is told what was done with the owner's data: who works with the child, and the owner's reviewer. */
  isTold(owner: Agency, child: string): boolean;
}

/** Who decides for each owner. */
const deciders: Readonly<Partial<Record<Agency, Role>>> = {
  MIGRATION_AGENCY: 'MIGRATION_OFFICER',
  MUNICIPALITY: 'SOCIAL_WORKER',
  POLICE: 'POLICE_INVESTIGATOR',
  GUARDIANSHIP_BOARD: 'GUARDIANSHIP_OFFICER',
};

/** One authority for the whole country: its reviewer is every child's. Of the others there are 290 (OSL 8:1). */
const nationwide: ReadonlySet<Agency> = new Set(['MIGRATION_AGENCY', 'POLICE']);

/** Those whose registers carry protection marks from the start: without them nobody knows whose desk it is. */
const protectionHolders: readonly Agency[] = ['MIGRATION_AGENCY', 'MUNICIPALITY'];

/**
 * Asks the agencies, once for all the children, whether each is the caller's concern.
 * @throws AGENCY_UNAVAILABLE
 */
export async function loadDesk(context: SubgraphContext, children: readonly string[]): Promise<Desk> {
  const { principal } = context.assertion;
  const decider = deciders[principal.agency];
  const reviews = principal.role === 'AUDITOR';
  if ((!reviews && decider !== principal.role) || children.length === 0) return noDesk;
  const linked = await loadLinked(context, children);
  const { answers, unavailable } = await askAccessFacts(context, linked.all());
  const missing = unavailable.filter(
    (agency) => agency === principal.agency || protectionHolders.includes(agency),
  );
  if (missing.length > 0)
    throw undecided({ sv: 'Vad som är ditt att pröva', en: 'What is yours to try' }, missing);
  const byAgency = new Map<Agency, FactsByChild>(
    agencySubgraphs.map((name) => [agencyOfSubgraph[name], answers.get(name) ?? new Map()]),
  );
  const isOwn = (owner: Agency): boolean => owner === principal.agency;
  const isNear = (child: string): boolean =>
    linked.of(child).some((id) => byAgency.get(principal.agency)?.get(id)?.related);
  const isProtected = (child: string): boolean =>
    [...byAgency.values()].some((facts) => linked.of(child).some((id) => facts.get(id)?.protectedIdentity));
  const worksWith = (child: string): boolean =>
    isNear(child) || (principal.agency === 'POLICE' && !isProtected(child));
  const looksAfter = (child: string): boolean => nationwide.has(principal.agency) || isNear(child);

  return {
    decides: (owner, child) =>
      isOwn(owner) && (isProtected(child) ? reviews && looksAfter(child) : !reviews && worksWith(child)),
    isTold: (owner, child) => isOwn(owner) && (reviews ? looksAfter(child) : worksWith(child)),
  };
}

const noDesk: Desk = { decides: () => false, isTold: () => false };
