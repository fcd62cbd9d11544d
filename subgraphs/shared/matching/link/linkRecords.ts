import { clusterPairs, type WeighedPair } from './clusterPairs';
import { toFeatures } from './linkFeatures';
import { estimateLinkModel, type MetPair } from './estimateLinkModel';
import { weighPair, type LinkModel } from './linkModel';
import { toLinkRecord, type LinkInput, type LinkRecord } from './linkRecord';
import { indexRecords, meetPairs, type MeetingIndex } from './meetPairs';

/** Two rows of one person. */
export interface LinkedPair {
  one: string;
  other: string;
  /** Log2 of the odds that they are one person's. */
  weight: number;
  /** Wrong at most once in 10,000, in 1,000, in 2 by the weight; LIKELY also when others join the two. */
  grade: 'CERTAIN' | 'PROBABLE' | 'LIKELY';
}

/** Pairs that the estimate is made from, at most; more are sampled evenly. */
const MOST_ESTIMATED = 200_000;
/** Likelier one person than two: the same for every file. */
const LEAST = 0;
const GRADES = { CERTAIN: Math.log2(10_000), PROBABLE: Math.log2(1_000) };

/**
 * Finds the rows of one person in two files or, without the second, within the first. All weights come from the files
 * themselves, without labels; the threshold is the same for all files. Within one file, pairs form groups.
 *
 * @param say told what happens, for a line of progress
 */
export function linkRecords(
  left: readonly LinkInput[],
  right: readonly LinkInput[] | null,
  say: (line: string) => void = () => undefined,
): LinkedPair[] {
  const one = left.map(toLinkRecord);
  const other = right ? right.map(toLinkRecord) : one;
  const index = indexRecords(one);
  const otherIndex = right ? indexRecords(other) : index;
  say(`${one.length} and ${right ? other.length : 'the same'} records read`);
  const model = estimate(one, other, index, otherIndex, say);
  const links: WeighedPair[] = [];
  for (const [i, j] of meetPairs(index, otherIndex)) {
    const weight = weigh(one[i]!, other[j]!, model);
    if (weight >= LEAST) links.push({ one: i, other: j, weight });
  }
  say(`${links.length} pairs likelier one person than two`);
  const pairs = right ? links : withinGroups(links, one, model);
  return pairs.map((pair) => toLinkedPair(pair, one, other)).sort((a, b) => b.weight - a.weight);
}

function estimate(
  one: readonly LinkRecord[],
  other: readonly LinkRecord[],
  index: MeetingIndex,
  otherIndex: MeetingIndex,
  say: (line: string) => void,
): LinkModel {
  let count = 0;
  for (const _ of meetPairs(index, otherIndex)) count += 1;
  const step = Math.max(1, Math.ceil(count / MOST_ESTIMATED));
  const sample: MetPair[] = [];
  let at = 0;
  for (const [i, j] of meetPairs(index, otherIndex)) {
    if (at % step === 0) sample.push(toPair(one[i]!, other[j]!));
    at += 1;
  }
  say(`${count} pairs share a key, ${sample.length} estimate the weights`);
  const allPairs = one === other ? (one.length * (one.length - 1)) / 2 : one.length * other.length;
  return estimateLinkModel(sample, one, other, Math.max(1, allPairs / step));
}

function toPair(one: LinkRecord, other: LinkRecord): MetPair {
  return { one, other, features: toFeatures(one, other) };
}

function weigh(one: LinkRecord, other: LinkRecord, model: LinkModel): number {
  return weighPair(one, other, toFeatures(one, other), model);
}

function withinGroups(
  links: readonly WeighedPair[],
  records: readonly LinkRecord[],
  model: LinkModel,
): WeighedPair[] {
  const between = (one: number, other: number): number => weigh(records[one]!, records[other]!, model);
  return clusterPairs(links, between).flatMap((group) =>
    group.flatMap((one, at) =>
      group.slice(at + 1).map((other) => ({ one, other, weight: between(one, other) })),
    ),
  );
}

function toLinkedPair(
  { one, other, weight }: WeighedPair,
  left: readonly LinkRecord[],
  right: readonly LinkRecord[],
): LinkedPair {
  const grade = weight >= GRADES.CERTAIN ? 'CERTAIN' : weight >= GRADES.PROBABLE ? 'PROBABLE' : 'LIKELY';
  return { one: left[one]!.id, other: right[other]!.id, weight, grade };
}
