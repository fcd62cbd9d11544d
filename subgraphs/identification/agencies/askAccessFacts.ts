import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import type { AgencyAccessFacts } from '../../shared/loading/candidateRegister';
import { askAgencies, type AgencyAnswers } from './askAgencies';

/** What one agency says about access to children, by child; those it does not hold are not in it. */
export type FactsByChild = ReadonlyMap<string, AgencyAccessFacts>;

/** Asks the four agencies at once what they say about access to these children, to this asker. */
export function askAccessFacts(
  context: SubgraphContext,
  children: readonly string[],
): Promise<AgencyAnswers<FactsByChild>> {
  return askAgencies(
    context,
    (agency) => ({ query: queries[agency], variables: { children } }),
    (data, agency) => {
      const facts = data[`${agency}AccessFacts`] as AgencyAccessFacts[];
      return new Map(facts.map((fact) => [fact.child, fact]));
    },
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
    `query AccessFacts($children: [ID!]!) { ${agency}AccessFacts(children: $children) ` +
    '{ child related adult fifteen absconding found protectedIdentity released investigating handrackning } }'
  );
}
