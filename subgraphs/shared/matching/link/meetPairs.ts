import { linkKeys } from './linkKeys';
import type { LinkRecord } from './linkRecord';

/** A key that more records share than this says too little to compare them all. */
const MOST_SHARING = 400;

/** Records by the keys under which they meet. */
export interface MeetingIndex {
  /** Keys of each record, sorted. */
  readonly keys: readonly string[][];
  readonly byKey: ReadonlyMap<string, number[]>;
}

export function indexRecords(records: readonly LinkRecord[]): MeetingIndex {
  const keys = records.map((record) => linkKeys(record).sort());
  const byKey = new Map<string, number[]>();
  keys.forEach((own, at) => {
    for (const key of own) {
      const met = byKey.get(key);
      if (met) met.push(at);
      else byKey.set(key, [at]);
    }
  });
  return { keys, byKey };
}

/**
 * Every two records that share a selective key, as positions, each pair once: at the first selective key they share,
 * so that nothing needs to be remembered.
 */
export function* meetPairs(left: MeetingIndex, right: MeetingIndex): Generator<[number, number]> {
  const isSelective = (key: string): boolean =>
    (left.byKey.get(key)?.length ?? 0) <= MOST_SHARING && (right.byKey.get(key)?.length ?? 0) <= MOST_SHARING;
  for (let i = 0; i < left.keys.length; i += 1) {
    for (const key of left.keys[i]!.filter(isSelective)) {
      for (const j of right.byKey.get(key) ?? []) {
        if (left === right && j <= i) continue;
        if (firstShared(left.keys[i]!, right.keys[j]!, isSelective) === key) yield [i, j];
      }
    }
  }
}

function firstShared(
  one: readonly string[],
  other: readonly string[],
  isSelective: (key: string) => boolean,
): string | null {
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    const [left, right] = [one[i]!, other[j]!];
    if (left === right) {
      if (isSelective(left)) return left;
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return null;
}
