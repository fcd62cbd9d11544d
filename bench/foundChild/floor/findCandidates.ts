import { agencyOfSubgraph, agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import {
  compare,
  compareAbsconding,
  queryKeys,
  type Absence,
  type Candidate,
  type IdentityRecord,
  type Meeting,
  type NormalisedCriteria,
} from '../../../subgraphs/shared/matching';
import type { Pools, Register } from './answerQuestion';

/** Children in the four registers who may be the one described, compared; then their abscondings with the meeting. */
export async function findCandidates(
  pools: Pools,
  criteria: NormalisedCriteria,
  met: Meeting,
): Promise<Candidate[]> {
  const found = (
    await Promise.all(agencySubgraphs.map((agency) => findIn(agency, pools[agency], criteria)))
  ).flat();
  return [...found, ...(await findAbscondings(pools, [...new Set(found.map(({ child }) => child))], met))];
}

async function findAbscondings(pools: Pools, children: string[], met: Meeting): Promise<Candidate[]> {
  const { rows } = await pools.municipality.query<{ child: string; absences: Absence[] }>({
    name: 'abscondings',
    text: `SELECT child_id AS child, json_agg(json_build_object('since', absconded_at, 'from', absconded_from)) AS absences
      FROM absconding_episode WHERE child_id = ANY($1::text[]) AND returned_at IS NULL
        AND left_country_confirmed_at IS NULL AND absconded_at <= $2::timestamptz
      GROUP BY child_id`,
    values: [children, met.at],
  });
  return rows.map(({ child, absences }) => ({
    child,
    heldBy: agencyOfSubgraph.municipality,
    comparisons: [compareAbsconding(met, absences)],
  }));
}

async function findIn(
  agency: AgencySubgraph,
  register: Register,
  criteria: NormalisedCriteria,
): Promise<Candidate[]> {
  const keys = queryKeys(agency === 'municipality' ? narrow(criteria) : criteria, await register.size());
  if (keys.length === 0) return [];
  const { rows } = await register.query<{ id: string; identity: IdentityRecord }>({
    name: 'candidates',
    text: 'SELECT id, identity FROM child WHERE search_keys && $1::text[] LIMIT 2001',
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
