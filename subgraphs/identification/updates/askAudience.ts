import type { AgencyAudience, ChildAccessFacts } from '../../../schema/protocol/events/audience';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { askAgencies, type AgencyAnswers } from '../agencies/askAgencies';

/** Per group of the question, what an agency says, by child. */
export type AudienceFacts = readonly ReadonlyMap<string, ChildAccessFacts>[];

/** Passes the signed question on to the four agencies at once. */
export function askAudience(
  context: SubgraphContext,
  question: string,
): Promise<AgencyAnswers<AudienceFacts>> {
  return askAgencies(
    context,
    (agency) => ({ query: queries[agency], variables: { question } }),
    (data, agency) => {
      const groups = JSON.parse(data[`${agency}Audience`] as string) as AgencyAudience[];
      return groups.map(({ children }) => new Map(children.map((facts) => [facts.child, facts])));
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
  return `query Audience($question: String!) { ${agency}Audience(question: $question) }`;
}
