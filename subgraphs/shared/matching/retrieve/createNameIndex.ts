import { comparePreparedNames, type NameComparison } from '../compareNames';
import { DEFAULT_MODEL } from '../matchingModel';
import { outlineKeys } from '../nameKeys';
import { prepareName, type PreparedName } from '../prepareName';

/** A candidate that a query has found. */
export interface FoundName {
  name: string;
  level: NameComparison['level'];
  /** Bits. */
  weight: number;
}

export interface NameIndex {
  readonly size: number;
  add(name: string): void;
  /** The best candidates, best first; of equals the one that was added first. */
  find(query: string, top: number): FoundName[];
}

/** Most candidates that one query is compared with: those that share most outlines with it. */
const MOST_COMPARED = 5_000;

/** An inverted index in memory over the outlines under which the registers keep names. */
export function createNameIndex(): NameIndex {
  const names: { name: string; prepared: PreparedName }[] = [];
  const byKey = new Map<string, number[]>();
  return {
    get size() {
      return names.length;
    },
    add(name) {
      const prepared = prepareName(name);
      if (!prepared) return;
      for (const key of outlineKeys(prepared)) {
        const found = byKey.get(key);
        if (found) found.push(names.length);
        else byKey.set(key, [names.length]);
      }
      names.push({ name, prepared });
    },
    find(query, top) {
      const prepared = prepareName(query);
      if (!prepared) return [];
      return sharing(outlineKeys(prepared), byKey)
        .map((at) => ({
          name: names[at]!.name,
          at,
          ...comparePreparedNames(prepared, names[at]!.prepared, DEFAULT_MODEL),
        }))
        .sort((one, other) => other.weight - one.weight || one.at - other.at)
        .slice(0, top)
        .map(({ name, level, weight }) => ({ name, level, weight }));
    },
  };
}

/** Positions that share a key, those that share most first when there are too many. */
function sharing(keys: readonly string[], byKey: ReadonlyMap<string, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  for (const key of keys) for (const at of byKey.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const found = [...shared];
  if (found.length > MOST_COMPARED) found.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  return found.slice(0, MOST_COMPARED).map(([at]) => at);
}
