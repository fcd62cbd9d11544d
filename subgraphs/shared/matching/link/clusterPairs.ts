/** Two records, by position, and what speaks for their being one person's, in bits. */
export interface WeighedPair {
  one: number;
  other: number;
  weight: number;
}

/** Two records of one person of whom one bears another name and date contradict each other only so much. */
const MOST_AGAINST = -4;
const MOST_FOR = 20;

/**
 * Groups records into persons so that the groups agree with themselves: the strongest pairs first, two groups become
 * one when all pairs between them together speak for it (greedy correlation clustering). Thus two records that share
 * little meet through a third, and one wrong pair does not chain two persons.
 *
 * @param links the pairs that are likelier one person than two
 * @param weigh what speaks for any other pair
 * @returns groups of two or more
 */
export function clusterPairs(
  links: readonly WeighedPair[],
  weigh: (one: number, other: number) => number,
): number[][] {
  const groups = new Map<number, number[]>();
  const groupOf = (record: number): number[] => groups.get(record) ?? [record];
  const known = new Map(links.map(({ one, other, weight }) => [pairKey(one, other), weight]));
  const between = (one: number, other: number): number => {
    const weight = known.get(pairKey(one, other)) ?? weigh(one, other);
    return Math.max(MOST_AGAINST, Math.min(MOST_FOR, weight));
  };
  for (const { one, other } of [...links].sort((left, right) => right.weight - left.weight)) {
    const [first, second] = [groupOf(one), groupOf(other)];
    if (first === second || first.includes(other)) continue;
    const sum = first.reduce((total, a) => second.reduce((part, b) => part + between(a, b), total), 0);
    if (sum <= 0) continue;
    const joined = [...first, ...second];
    for (const record of joined) groups.set(record, joined);
  }
  return [...new Set(groups.values())];
}

function pairKey(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
