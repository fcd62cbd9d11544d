import { agencyOfSubgraph, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import type { Candidate, Comparison, Criteria } from '../../shared/matching';
import { askAgencies, type AgencyAnswers } from './askAgencies';

/** What an agency answers to a search. */
export interface FoundCandidates {
  readonly candidates: Candidate[];
  /** How many children the agency holds, nearly. */
  readonly registerSize: number;
}

/** Asks every agency for the children who may be the one described: levels of agreement, never values. */
export function askCandidates(
  context: SubgraphContext,
  criteria: Criteria,
): Promise<AgencyAnswers<FoundCandidates>> {
  return askAgencies(
    context,
    (agency) => ({ query: queries[agency], variables: { criteria } }),
    (data, agency) => ({
      candidates: (data[`${agency}Candidates`] as { child: string; comparisons: Comparison[] }[]).map(
        (candidate) => ({ ...candidate, heldBy: agencyOfSubgraph[agency] }),
      ),
      registerSize: data[`${agency}RegisterSize`] as number,
    }),
  );
}

const queries: Readonly<Record<AgencySubgraph, string>> = {
  migration: toQuery('migration'),
  municipality: toQuery('municipality'),
  police: toQuery('police'),
  guardianship: toQuery('guardianship'),
};

function toQuery(agency: AgencySubgraph): string {
  return (
    `query Candidates($criteria: CandidateCriteria!) { ${agency}Candidates(criteria: $criteria) ` +
    `{ child comparisons { identifier level detail weight } } ${agency}RegisterSize }`
  );
}
