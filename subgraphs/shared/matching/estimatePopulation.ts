import type { Candidate } from './decide';
import type { Model } from './matchingModel';

/**
 * How many children were searched, read from how many came back: a search by date or by names returns a small, known
 * share of a register, so many strangers among the candidates mean a large register or a common name, and both make
 * an agreement by chance likelier. Counts every child once; not the one that is looked for, nor the first stranger,
 * who may be among a few hundred. A few strangers may be chance and count in part, many count in full.
 */
export function estimatePopulation(candidates: Candidate[], { decision }: Model): number {
  const children = new Set(candidates.map(({ child }) => child)).size;
  const strangers = Math.max(0, children - 1 - decision.strangersByChance);
  const counted = strangers ** 2 / (strangers + decision.fewStrangers);
  const byDate = candidates.some(({ comparisons }) =>
    comparisons.some((row) => row.identifier === 'birthDate'),
  );
  const perCandidate = byDate ? decision.childrenPerDateCandidate : decision.childrenPerNameCandidate;
  return decision.leastPopulation + counted * perCandidate;
}
