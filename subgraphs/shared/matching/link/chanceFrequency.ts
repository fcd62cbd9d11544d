import type { MetPair } from './estimateLinkModel';
import { sharedValue, type LinkModel, type ValueField } from './linkModel';
import type { LinkRecord } from './linkRecord';

const VALUE_FIELDS: readonly ValueField[] = ['given', 'family', 'birthDate'];
/** A value that nobody else seems to hold is taken to be held by so many, at most and at least. */
const UNSEEN = { most: 0.5, least: 0.02 };

export type ValueCounts = Readonly<Record<ValueField, ReadonlyMap<string, number>>>;

/** How many records hold each value. */
export function countValues(records: readonly LinkRecord[]): ValueCounts {
  const counts = emptyCounts();
  for (const { given, family, birthDate } of records) {
    if (given) add(counts.given, given.whole.text, 1);
    if (family) add(counts.family, family.whole.text, 1);
    if (birthDate) add(counts.birthDate, birthDate, 1);
  }
  return counts;
}

/**
 * Share of records of other persons that hold a value: those believed to be the same person's are taken off, or a
 * date that one person's six records share would pass for a common one.
 *
 * @param size records that one record is compared with
 */
export function chanceFrequency(
  met: readonly MetPair[],
  beliefs: readonly number[],
  values: ValueCounts,
  size: number,
): LinkModel['frequency'] {
  const same = emptyCounts();
  met.forEach(({ one, other, features }, at) => {
    for (const field of VALUE_FIELDS) {
      const value = sharedValue(field, one, other, features);
      if (value !== null) add(same[field], value, beliefs[at]!);
    }
  });
  const others = (field: ValueField, value: string): number => {
    const count = values[field].get(value) ?? 0;
    return count === 0 ? 0 : count - 1 - (2 * (same[field].get(value) ?? 0)) / count;
  };
  const unseen = Object.fromEntries(
    VALUE_FIELDS.map((field) => {
      const mean = meanOf(values[field], (value) => others(field, value));
      return [field, Math.min(UNSEEN.most, Math.max(mean, UNSEEN.least))];
    }),
  ) as Record<ValueField, number>;
  return (field, value) => {
    // Names stand in each other's fields.
    const seen =
      field === 'birthDate'
        ? others(field, value)
        : Math.max(others('given', value), others('family', value));
    return Math.max(seen, unseen[field]) / size;
  };
}

function meanOf(counts: ReadonlyMap<string, number>, of: (value: string) => number): number {
  let [held, sum] = [0, 0];
  for (const [value, count] of counts) {
    held += count;
    sum += count * of(value);
  }
  return held === 0 ? 0 : sum / held;
}

function emptyCounts(): Record<ValueField, Map<string, number>> {
  return { given: new Map(), family: new Map(), birthDate: new Map() };
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}
