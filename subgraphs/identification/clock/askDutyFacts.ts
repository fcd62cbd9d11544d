import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { ChildFacts } from '../facts';
import { factsOf, factSelections, type FactsAnswer } from '../agencies/factSelections';
import type { Linked } from '../links/loadLinked';
import { askDuty, type DutyQuestion } from './askDuty';
import type { ClockParts } from './clockParts';

export interface DutyFacts {
  readonly facts: ReadonlyMap<string, ChildFacts>;
  /** Protected by the mark of at least one agency: nothing may be told of them. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * The facts about children by their leading references, from all records that are found to be theirs; null unless all four agencies answered. Any of them may hold the mark of protection, and
 * facts that are missing must neither make a duty missed nor done.
 */
export async function askDutyFacts(
  parts: ClockParts,
  children: readonly string[],
  linked: Linked,
): Promise<DutyFacts | null> {
  const references = children.flatMap(linked.of);
  const groups = children.map(linked.of).filter((group) => group.length > 1);
  const representations = children.map((id) => ({ __typename: 'Child', id }));
  const ask = (agency: AgencySubgraph): DutyQuestion => ({
    query:
      `query DutyFacts($references: [ID!]!, $representations: [_Any!]!) { ${agency}DutyHidden(children: $references) ` +
      `_entities(representations: $representations) { ... on Child { id ${factSelections[agency]} } } }`,
    variables: { references, representations },
  });
  const answers = await askDuty(parts, ask, groups);
  if (answers.size < agencySubgraphs.length) return null;
  const hidden = [...answers].flatMap(([agency, data]) => data[`${agency}DutyHidden`] as string[]);
  const facts = children.map((id, index): [string, ChildFacts] => {
    const known = [...answers.values()].map((data) => (data['_entities'] as FactsAnswer[])[index]);
    return [id, factsOf(Object.assign({}, ...known) as FactsAnswer)];
  });
  return { facts: new Map(facts), hidden: new Set(hidden.map(linked.leaderOf)) };
}
