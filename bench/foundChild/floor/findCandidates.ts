import { agencyOfSubgraph, agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import {
  compare,
  queryKeys,
  type Candidate,
  type IdentityRecord,
  type NormalisedCriteria,
} from '../../../subgraphs/shared/matching';
import type { Pools } from './answerQuestion';

/** Children in the four registers who may be the one described, compared. */
export async function findCandidates(pools: Pools, criteria: NormalisedCriteria): Promise<Candidate[]> {
  const found = await Promise.all(agencySubgraphs.map((agency) => findIn(agency, pools, criteria)));
  return found.flat();
}

async function findIn(
  agency: AgencySubgraph,
  pools: Pools,
  criteria: NormalisedCriteria,
): Promise<Candidate[]> {
  const keys = queryKeys(agency === 'municipality' ? narrow(criteria) : criteria);
  if (keys.length === 0) return [];
  const { rows } = await pools[agency].query<{ id: string; identity: IdentityRecord }>({
    name: 'candidates',
    text: 'SELECT id, identity FROM child WHERE search_keys && $1::text[] LIMIT 1001',
    values: [keys],
  });
  return rows.map(({ id, identity }) => ({
    child: id,
    heldBy: agencyOfSubgraph[agency],
    comparisons: compare(criteria, identity),
  }));
}

/** The municipalities may search by name and personal number alone; the hub asks them no more either. */
function narrow({ name, numbers }: NormalisedCriteria): NormalisedCriteria {
  const personal = numbers.filter(({ identifier }) => identifier === 'personalNumber');
  const nothing = { birthDate: null, rareBirthDate: false, bornBetween: null, sex: null, phone: null };
  return { name, numbers: personal, ...nothing };
}
