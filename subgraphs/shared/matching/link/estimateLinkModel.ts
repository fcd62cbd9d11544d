import { chanceFrequency, countValues } from './chanceFrequency';
import { LINK_FIELDS, LINK_LEVELS, toFeatures, type LinkFeatures, type LinkField } from './linkFeatures';
import { weighPair, type LinkModel } from './linkModel';
import type { LinkRecord } from './linkRecord';

/** Two records and how they agree. */
export interface MetPair {
  one: LinkRecord;
  other: LinkRecord;
  features: LinkFeatures;
}

const MOST_ROUNDS = 60;
const STEADY = 1e-4;
/** Added to every count, so that a level never seen stays possible. */
const SMOOTHING = 0.5;
const RANDOM_PAIRS = 60_000;

/**
 * Estimates the model from the file alone, without labels: agreement by chance from random pairs and from how often
 * values occur, agreement within a person by expectation maximisation over the pairs that met (Fellegi and Sunter
 * 1969, Winkler 1988). Pairs that never met count as two persons.
 *
 * @param allPairs how many pairs there are, met or not
 */
export function estimateLinkModel(
  met: readonly MetPair[],
  left: readonly LinkRecord[],
  right: readonly LinkRecord[],
  allPairs: number,
): LinkModel {
  const random = drawRandomPairs(left, right);
  const strangers = countLevels(random.filter((pair) => !mayBeOne(pair)));
  const suspects = random.filter(mayBeOne);
  const values = countValues(left === right ? left : [...left, ...right]);
  let model: LinkModel = {
    ...firstModel(allPairs),
    frequency: chanceFrequency([], [], values, right.length),
  };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const beliefs = met.map((pair) => believe(pair, model));
    const share = (sum(beliefs) + SMOOTHING) / (allPairs + 1);
    const prior = Math.log2(share / (1 - share));
    const matching = toShares(countLevels(met, beliefs));
    const doubts = suspects.map((pair) => 1 - believe(pair, model));
    const chance = toShares(countLevels(suspects, doubts, strangers));
    const moved = Math.abs(prior - model.prior);
    const frequency = chanceFrequency(met, beliefs, values, right.length);
    model = { prior, matching, weights: toWeights(matching, chance), frequency };
    if (moved < STEADY && round > 2) break;
  }
  return model;
}

/** Whether two records drawn at random agree on so much that they may be one person's; hardly any do. */
function mayBeOne({ features: { given, family, birthDate } }: MetPair): boolean {
  return birthDate === 'SAME_DATE' || (given !== 'OTHER' && family !== 'OTHER');
}

/** Most who agree are one person's, and agreement by chance is rare. */
function firstModel(allPairs: number): Omit<LinkModel, 'frequency'> {
  const matching = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const field of LINK_FIELDS) {
    const levels = LINK_LEVELS[field];
    levels.forEach((level, at) => {
      matching.set(`${field}:${level}`, at === 0 ? 0.8 : 0.2 / (levels.length - 1));
      weights.set(`${field}:${level}`, at === 0 ? 7 : at === levels.length - 1 ? -3 : 2);
    });
  }
  return { prior: -Math.log2(Math.max(2, Math.sqrt(allPairs))), matching, weights };
}

function believe({ one, other, features }: MetPair, model: LinkModel): number {
  const odds = 2 ** Math.min(60, weighPair(one, other, features, model));
  return odds / (1 + odds);
}

/** The same pairs every time: a file is linked the same way twice. */
function drawRandomPairs(left: readonly LinkRecord[], right: readonly LinkRecord[]): MetPair[] {
  let state = 1;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const most = left.length < 2 || right.length < 2 ? 0 : Math.min(RANDOM_PAIRS, left.length * right.length);
  return Array.from({ length: most }, () => [left[below(left.length)]!, right[below(right.length)]!] as const)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => ({ one, other, features: toFeatures(one, other) }));
}

type LevelCounts = ReadonlyMap<LinkField, ReadonlyMap<string, number>>;

/** How many pairs have each level, each pair counted as far as it is believed, on top of what was counted before. */
function countLevels(
  pairs: readonly MetPair[],
  amounts?: readonly number[],
  before?: LevelCounts,
): LevelCounts {
  return new Map(
    LINK_FIELDS.map((field) => {
      const counts = new Map(before?.get(field));
      pairs.forEach(({ features }, at) => {
        const level = features[field];
        if (level !== null) counts.set(level, (counts.get(level) ?? 0) + (amounts ? amounts[at]! : 1));
      });
      return [field, counts];
    }),
  );
}

/** Share of each level among the pairs that hold the field. */
function toShares(counts: LevelCounts): Map<string, number> {
  const shares = new Map<string, number>();
  for (const [field, levels] of counts) {
    const held = sum([...levels.values()]) + SMOOTHING * LINK_LEVELS[field].length;
    for (const level of LINK_LEVELS[field])
      shares.set(`${field}:${level}`, ((levels.get(level) ?? 0) + SMOOTHING) / held);
  }
  return shares;
}

/** The order is looked at only where straight names disagree: its cost is what it is among matches. */
function toWeights(
  matching: ReadonlyMap<string, number>,
  chance: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    [...matching].map(([key, share]) => [
      key,
      Math.log2(key.startsWith('order:') ? share : share / chance.get(key)!),
    ]),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
