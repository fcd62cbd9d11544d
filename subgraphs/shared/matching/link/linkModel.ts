import { LINK_FIELDS, toFeatures, type LinkFeatures, type LinkField } from './linkFeatures';
import type { LinkRecord } from './linkRecord';

/** What a file says about itself: how often values occur, and how often fields agree in one person's records. */
export interface LinkModel {
  /** Log2 of the odds that two records drawn at random are one person's. */
  prior: number;
  /** Log2 likelihood ratio per `field:level`. */
  weights: ReadonlyMap<string, number>;
  /** Per field and level, its share among records of one person. */
  matching: ReadonlyMap<string, number>;
  /** Share of records with a value, per field. */
  frequency(field: 'given' | 'family' | 'birthDate', value: string): number;
}

/** Weighs one pair in bits, prior odds included: above 0 it is likelier one person than two. */
export function weighPair(one: LinkRecord, other: LinkRecord, features: LinkFeatures, model: LinkModel): number {
  return LINK_FIELDS.reduce((sum, field) => sum + weighField(field, one, other, features, model), model.prior);
}

function weighField(
  field: LinkField,
  one: LinkRecord,
  other: LinkRecord,
  features: LinkFeatures,
  model: LinkModel,
): number {
  const level = features[field];
  if (level === null) return 0;
  const average = model.weights.get(`${field}:${level}`) ?? 0;
  if (field === 'order') return average;
  const value = sharedValue(field, one, other, features);
  if (value === null) return average + rarity(field, one, other, features, model);
  const share = model.matching.get(`${field}:${level}`) ?? 0.5;
  return Math.log2(share / model.frequency(field, value));
}

/** Near agreement on a rare name says more than on a common one, though less so than full agreement. */
function rarity(
  field: 'given' | 'family' | 'birthDate',
  one: LinkRecord,
  other: LinkRecord,
  features: LinkFeatures,
  model: LinkModel,
): number {
  if (field === 'birthDate' || (features[field] !== 'NEAR' && features[field] !== 'FAR')) return 0;
  const opposite = field === 'given' ? 'family' : 'given';
  const counterpart = features.order === 'EXCHANGED' ? other[opposite] : other[field];
  const values = [one[field]?.whole.text, counterpart?.whole.text].filter((value) => value !== undefined);
  const common = Math.max(...values.map((value) => model.frequency(field, value)));
  const usual = model.matching.get(`${field}:SAME`)! / 2 ** model.weights.get(`${field}:SAME`)!;
  return Math.max(-MOST_RARITY, Math.min(MOST_RARITY, Math.log2(usual / common) / 2));
}

const MOST_RARITY = 2;

/** The value that both hold, when they hold the same. */
function sharedValue(field: LinkField, one: LinkRecord, other: LinkRecord, features: LinkFeatures): string | null {
  if (field === 'birthDate') return features.birthDate === 'SAME_DATE' ? one.birthDate : null;
  if (field === 'order' || features[field] !== 'SAME') return null;
  return one[field]?.whole.text ?? other[field]?.whole.text ?? null;
}

/** A pair that met under a key. */
export interface MetPair {
  one: LinkRecord;
  other: LinkRecord;
  features: LinkFeatures;
}

const MOST_ROUNDS = 60;
const SMOOTHING = 0.5;
const RANDOM_PAIRS = 100_000;

/**
 * Estimates the model from the file alone, without labels: agreement by chance from random pairs and from how often
 * values occur, agreement within a person by expectation maximisation over the pairs that met (Fellegi and Sunter
 * 1969, Winkler 1988). Pairs that never met count as two persons.
 */
export function estimateLinkModel(
  met: readonly MetPair[],
  left: readonly LinkRecord[],
  right: readonly LinkRecord[],
  allPairs: number,
): LinkModel {
  const random = drawRandomPairs(left, right);
  const values = countValues(left === right ? left : [...left, ...right]);
  let model: LinkModel = {
    prior: Math.log2(1 / Math.max(2, Math.sqrt(allPairs))),
    matching: firstGuess(),
    weights: new Map(),
    frequency: (field, value) => Math.max(1, values.get(field)!.get(value) ?? 1) / left.length,
  };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const chance = countShares(random.map((pair) => [pair.features, 1 - believe(pair, model)]));
    model = { ...model, weights: toWeights(model.matching, chance) };
    const beliefs = met.map((pair) => believe(pair, model));
    const share = (beliefs.reduce((sum, belief) => sum + belief, 0) + SMOOTHING) / (allPairs + 1);
    const prior = Math.log2(share / (1 - share));
    const matching = countShares(met.map(({ features }, at) => [features, beliefs[at]!]));
    const moved = Math.abs(prior - model.prior);
    const frequency = chanceFrequency(met, beliefs, values, left === right ? left.length : right.length);
    model = { prior, matching, weights: toWeights(matching, chance), frequency };
    if (moved < 1e-4 && round > 2) break;
  }
  return model;
}

function believe({ one, other, features }: MetPair, model: LinkModel): number {
  if (model.weights.size === 0) return 0;
  const odds = 2 ** Math.min(60, weighPair(one, other, features, model));
  return odds / (1 + odds);
}

type ValueField = 'given' | 'family' | 'birthDate';

function countValues(records: readonly LinkRecord[]): Map<ValueField, Map<string, number>> {
  const counts = new Map<ValueField, Map<string, number>>([
    ['given', new Map()],
    ['family', new Map()],
    ['birthDate', new Map()],
  ]);
  for (const { given, family, birthDate } of records) {
    if (given) add(counts.get('given')!, given.whole.text, 1);
    if (family) add(counts.get('family')!, family.whole.text, 1);
    if (birthDate) add(counts.get('birthDate')!, birthDate, 1);
  }
  return counts;
}

/** Share of records of other persons that hold a value: records believed to be the same person's are taken off. */
function chanceFrequency(
  met: readonly MetPair[],
  beliefs: readonly number[],
  values: ReadonlyMap<ValueField, ReadonlyMap<string, number>>,
  size: number,
): LinkModel['frequency'] {
  const same = new Map<ValueField, Map<string, number>>([
    ['given', new Map()],
    ['family', new Map()],
    ['birthDate', new Map()],
  ]);
  met.forEach(({ one, other, features }, at) => {
    for (const field of same.keys()) {
      const value = sharedValue(field, one, other, features);
      if (value !== null) add(same.get(field)!, value, beliefs[at]!);
    }
  });
  const others = (field: ValueField, value: string): number => {
    const count = values.get(field)!.get(value) ?? 0;
    return count === 0 ? 0 : count - 1 - (2 * (same.get(field)!.get(value) ?? 0)) / count;
  };
  const least = new Map(
    [...values].map(([field, counts]) => {
      const held = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const mean = [...counts].reduce((sum, [value, count]) => sum + (count / held) * others(field, value), 0);
      return [field, Math.min(0.5, Math.max(mean, 0.02))];
    }),
  );
  return (field, value) => {
    const names = field === 'birthDate' ? others(field, value) : Math.max(others('given', value), others('family', value));
    return Math.max(names, least.get(field)!) / size;
  };
}

function drawRandomPairs(left: readonly LinkRecord[], right: readonly LinkRecord[]): MetPair[] {
  let state = 1;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const rounds = left.length < 2 || right.length < 2 ? 0 : Math.min(RANDOM_PAIRS, left.length * right.length);
  return Array.from({ length: rounds }, () => [left[below(left.length)]!, right[below(right.length)]!] as const)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => ({ one, other, features: toFeatures(one, other) }));
}

const LEVELS: Record<LinkField, readonly string[]> = {
  given: ['SAME', 'NEAR', 'PART', 'FAR', 'OTHER'],
  family: ['SAME', 'NEAR', 'PART', 'FAR', 'OTHER'],
  order: ['STRAIGHT', 'EXCHANGED'],
  birthDate: ['SAME_DATE', 'DAY_MONTH_SWAP', 'YEAR_ONLY', 'YEAR_OFF_BY_ONE', 'ONE_SLIP', 'SAME_YEAR', 'NEAR_YEAR', 'OTHER_DATE'],
};

function firstGuess(): Map<string, number> {
  const best = { given: 'SAME', family: 'SAME', order: 'STRAIGHT', birthDate: 'SAME_DATE' };
  return new Map(
    LINK_FIELDS.flatMap((field) =>
      LEVELS[field].map((level): [string, number] => [
        `${field}:${level}`,
        level === best[field] ? 0.8 : 0.2 / (LEVELS[field].length - 1),
      ]),
    ),
  );
}

function countShares(pairs: readonly (readonly [LinkFeatures, number])[]): Map<string, number> {
  const counts = new Map<string, number>();
  const held = new Map<string, number>();
  for (const [features, amount] of pairs) {
    for (const field of LINK_FIELDS) {
      if (features[field] === null) continue;
      add(counts, `${field}:${features[field]}`, amount);
      add(held, field, amount);
    }
  }
  return divide(counts, held);
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

function divide(counts: ReadonlyMap<string, number>, held: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    LINK_FIELDS.flatMap((field) =>
      LEVELS[field].map((level): [string, number] => [
        `${field}:${level}`,
        ((counts.get(`${field}:${level}`) ?? 0) + SMOOTHING) / ((held.get(field) ?? 0) + SMOOTHING * LEVELS[field].length),
      ]),
    ),
  );
}

function toWeights(matching: ReadonlyMap<string, number>, chance: ReadonlyMap<string, number>): Map<string, number> {
  // The order is looked at only where straight names disagree: its cost is what it is among matches.
  return new Map(
    [...matching].map(([key, share]) => [key, Math.log2(key.startsWith('order') ? share : share / chance.get(key)!)]),
  );
}
