import type { Comparison } from './comparison';
import type { Identifier } from './criteria';

/** Log2 likelihood ratio of every detail seen for an identifier, for example `weights.birthDate.DAY_MONTH_SWAP`. */
export interface EstimatedModel {
  /** Share of the pairs that are one person. */
  matchShare: number;
  weights: Partial<Record<Identifier, Record<string, number>>>;
  rounds: number;
}

const MOST_ROUNDS = 200;
const STEADY = 1e-6;
/** Added to every count, so that a detail never seen among matches stays possible. */
const SMOOTHING = 0.5;

interface Shares {
  match: number;
  /** Per feature `identifier:detail`, its share among matches (m) and among others (u). */
  m: Map<string, number>;
  u: Map<string, number>;
}

/**
 * Estimates weights from an agency's own unlabelled pairs by expectation maximisation (Fellegi and Sunter 1969;
 * Winkler 1988): each pair is believed a match as far as the present weights say, and the weights follow the belief.
 * Feed it candidate pairs of one search, not random ones; a thousand pairs or more. The weights of `names` hold
 * for the average name, before rarity counts.
 */
export function estimateModel(pairs: Comparison[][], firstMatchShare = 0.1): EstimatedModel {
  const features = pairs.map((pair) => pair.filter(({ level }) => level !== 'NOT_HELD').map(featureOf));
  let beliefs = pairs.map((pair) => firstBelief(pair, firstMatchShare));
  let shares = maximise(features, beliefs);
  let rounds = 1;
  for (; rounds < MOST_ROUNDS; rounds += 1) {
    beliefs = features.map((pair) => believe(pair, shares));
    const next = maximise(features, beliefs);
    const moved = Math.abs(next.match - shares.match);
    shares = next;
    if (moved < STEADY) break;
  }
  return { matchShare: shares.match, weights: toWeights(shares), rounds };
}

function featureOf({ identifier, detail }: Comparison): string {
  return `${identifier}:${detail}`;
}

/** Pairs that agree on more than they contradict start as likelier matches. */
function firstBelief(pair: Comparison[], firstMatchShare: number): number {
  const held = pair.filter(({ level }) => level !== 'NOT_HELD');
  const agreeing = held.filter(({ level }) => level !== 'DIFFERENT').length;
  return held.length > 0 && agreeing > held.length / 2 ? 1 - firstMatchShare : firstMatchShare / 2;
}

function believe(pair: string[], { match, m, u }: Shares): number {
  const odds = pair.reduce(
    (ratio, feature) => ratio * (m.get(feature)! / u.get(feature)!),
    match / (1 - match),
  );
  return Math.min(1 - 1e-9, odds / (1 + odds));
}

function maximise(features: string[][], beliefs: number[]): Shares {
  const counts = { m: new Map<string, number>(), u: new Map<string, number>() };
  const held = { m: new Map<string, number>(), u: new Map<string, number>() };
  features.forEach((pair, index) => {
    for (const feature of pair) {
      const identifier = feature.slice(0, feature.indexOf(':'));
      add(counts.m, feature, beliefs[index]!);
      add(counts.u, feature, 1 - beliefs[index]!);
      add(held.m, identifier, beliefs[index]!);
      add(held.u, identifier, 1 - beliefs[index]!);
    }
  });
  const sum = beliefs.reduce((total, belief) => total + belief, 0);
  const match = (sum + SMOOTHING) / (beliefs.length + 2 * SMOOTHING);
  return { match, m: divide(counts.m, held.m), u: divide(counts.u, held.u) };
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

function divide(counts: Map<string, number>, held: Map<string, number>): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const feature of counts.keys()) add(kinds, feature.slice(0, feature.indexOf(':')), 1);
  const shares = [...counts].map(([feature, count]): [string, number] => {
    const identifier = feature.slice(0, feature.indexOf(':'));
    return [feature, (count + SMOOTHING) / (held.get(identifier)! + SMOOTHING * kinds.get(identifier)!)];
  });
  return new Map(shares);
}

function toWeights({ m, u }: Shares): EstimatedModel['weights'] {
  const weights: Partial<Record<string, Record<string, number>>> = {};
  for (const [feature, share] of m) {
    const [identifier, detail] = feature.split(':') as [string, string];
    (weights[identifier] ??= {})[detail] = Math.log2(share / u.get(feature)!);
  }
  return weights;
}
