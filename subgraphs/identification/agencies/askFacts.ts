import type { Attestation } from '../../../schema/protocol/attestation';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import type { ChildFacts } from '../facts';
import { factsOf, factSelections, type FactsAnswer } from './factSelections';
import { askAgencies } from './askAgencies';
import { signAttestations } from './attest';

/** Attestations of so many children travel in one header. */
const largestQuestion = 100;

/**
 * The facts of the four agencies about attested children, on the caller's behalf. The facts of an agency that does not
 * answer, or that closes them to the caller, are null.
 */
export async function askFacts(
  context: SubgraphContext,
  attestations: readonly Attestation[],
): Promise<Map<string, ChildFacts>> {
  const parts: Attestation[][] = [];
  for (let at = 0; at < attestations.length; at += largestQuestion)
    parts.push(attestations.slice(at, at + largestQuestion));
  const asked = await Promise.all(parts.map((part) => askPart(context, part)));
  return new Map(asked.flatMap((part) => [...part]));
}

async function askPart(
  context: SubgraphContext,
  attested: readonly Attestation[],
): Promise<Map<string, ChildFacts>> {
  const children = attested.map(({ child }) => ({ __typename: 'Child', id: child }));
  const attestations = signAttestations(context, attested);
  const { answers } = await askAgencies(
    context,
    (agency) => ({ query: queries[agency], variables: { children }, attestations }),
    (data) => data['_entities'] as FactsAnswer[],
  );
  return new Map(
    children.map(({ id }, index) => {
      const known = [...answers.values()].map((entities) => entities[index]);
      return [id, factsOf(Object.assign({}, ...known) as FactsAnswer)];
    }),
  );
}

const queries = Object.fromEntries(
  Object.entries(factSelections).map(([agency, selection]) => [
    agency,
    `query Facts($children: [_Any!]!) { _entities(representations: $children) { ... on Child { id ${selection} } } }`,
  ]),
) as Readonly<Record<AgencySubgraph, string>>;
