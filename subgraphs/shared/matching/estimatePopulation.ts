import type { Candidate } from './decide';
import type { Model } from './matchingModel';

/**
 * How many children were searched, read from how many came back: a search by date or by names returns a small, known
 * share of a register, so many strangers among the candidates mean a large register or a common name, and both make
 * an agreement by chance likelier. Counts every child once, the one that is looked for not at all.
 */
export function estimatePopulation(candidates: Candidate[], { decision }: Model): number {
  const strangers = Math.max(0, new Set(candidates.map(({ child }) => child)).size - 1);
  const byDate = candidates.some(({ comparisons }) => comparisons.some((row) => row.identifier === 'birthDate'));
  const perCandidate = byDate ? decision.childrenPerDateCandidate : decision.childrenPerNameCandidate;
  return decision.leastPopulation + strangers * perCandidate;
}
