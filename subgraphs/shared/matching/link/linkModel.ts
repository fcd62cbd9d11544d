import { LINK_FIELDS, type LinkFeatures, type LinkField } from './linkFeatures';
import type { LinkRecord } from './linkRecord';

/** What a file says about itself: how often values occur, and how often fields agree in one person's records. */
export interface LinkModel {
  /** Log2 of the odds that two records drawn at random are one person's. */
  prior: number;
  /** Log2 likelihood ratio per `field:level`. */
  weights: ReadonlyMap<string, number>;
  /** Per field and level, its share among records of one person. */
  matching: ReadonlyMap<string, number>;
  /** Share of records of other persons that hold a value. */
  frequency(field: ValueField, value: string): number;
}

export type ValueField = 'given' | 'family' | 'birthDate';

/** Weighs one pair in bits, prior odds included: above 0 it is likelier one person than two. */
export function weighPair(
  one: LinkRecord,
  other: LinkRecord,
  features: LinkFeatures,
  model: LinkModel,
): number {
  return LINK_FIELDS.reduce(
    (sum, field) => sum + weighField(field, one, other, features, model),
    model.prior,
  );
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
  field: ValueField,
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
export function sharedValue(
  field: LinkField,
  one: LinkRecord,
  other: LinkRecord,
  features: LinkFeatures,
): string | null {
  if (field === 'birthDate') return features.birthDate === 'SAME_DATE' ? one.birthDate : null;
  if (field === 'order' || features[field] !== 'SAME') return null;
  return one[field]?.whole.text ?? other[field]?.whole.text ?? null;
}
