import { agencyOfSubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import type { Candidate, Comparison, Meeting } from '../../shared/matching';
import { askAgency } from './askAgencies';

/** Behind so many others, by what was stated, no child is a match. */
const mostAsked = 50;

/**
 * Asks the municipality how the abscondings of the likeliest candidates agree with where and when the child was met. A
 * municipality may not search by them, nor by a date (SoLPuF 15 §): it is asked about children whom others have found.
 * Asked about nobody, too, so that all searches ask the same. Nothing where it is silent: without, a match takes more.
 */
export async function askAbscondings(
  context: SubgraphContext,
  candidates: readonly Candidate[],
  met: Meeting,
): Promise<Candidate[]> {
  const variables = { children: likeliest(candidates), met };
  const answer = await askAgency(context, 'municipality', { query, variables }, (data) =>
    (data['municipalityAbscondings'] as { child: string; comparisons: Comparison[] }[]).map((each) => ({
      ...each,
      heldBy: agencyOfSubgraph.municipality,
    })),
  );
  return answer ?? [];
}

const query =
  'query Abscondings($children: [ID!]!, $met: MeetingInput!) { municipalityAbscondings(children: $children, met: $met) ' +
  '{ child comparisons { identifier level detail weight } } }';

function likeliest(candidates: readonly Candidate[]): string[] {
  const bits = new Map<string, number>();
  for (const { child, comparisons } of candidates) {
    const sum = comparisons.reduce((total, { weight }) => total + weight, 0);
    bits.set(child, Math.max(sum, bits.get(child) ?? -Infinity));
  }
  return [...bits]
    .sort(([one, most], [other, more]) => more - most || (one < other ? -1 : 1))
    .slice(0, mostAsked)
    .map(([child]) => child);
}
