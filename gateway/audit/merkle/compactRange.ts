import { hashEmpty, hashNode } from './hashes';

/**
 * The right edge of a tree: the roots of its largest complete subtrees, from left to right. It is all that is needed
 * of any number of leaves to add more and to know the root.
 */
export interface CompactRange {
  readonly size: number;
  readonly edge: readonly Buffer[];
  append(leaf: Buffer): void;
  root(): Buffer;
}

/** @throws RangeError when the edge is not that of a tree of this size */
export function createCompactRange(size = 0, edge: readonly Buffer[] = []): CompactRange {
  const sizes = subtreeSizes(size);
  if (sizes.length !== edge.length)
    throw new RangeError(`${edge.length} subtrees do not make ${size} leaves`);
  const hashes = [...edge];
  let count = size;
  return {
    get size() {
      return count;
    },
    get edge() {
      return hashes;
    },
    append: (leaf) => {
      hashes.push(leaf);
      sizes.push(1);
      count += 1;
      while (sizes.length > 1 && sizes.at(-1) === sizes.at(-2)) {
        const [left, right] = hashes.splice(-2) as [Buffer, Buffer];
        hashes.push(hashNode(left, right));
        sizes.push((sizes.pop() as number) + (sizes.pop() as number));
      }
    },
    root: () =>
      hashes.length === 0 ? hashEmpty() : hashes.reduceRight((right, left) => hashNode(left, right)),
  };
}

/** The powers of two that add up to the number, largest first. */
export function subtreeSizes(size: number): number[] {
  const sizes: number[] = [];
  for (let rest = size, power = largestPower(size); rest > 0; power /= 2) {
    if (rest < power) continue;
    sizes.push(power);
    rest -= power;
  }
  return sizes;
}

/** The largest power of two that is not above the number. */
function largestPower(size: number): number {
  let power = 1;
  while (power * 2 <= size) power *= 2;
  return power;
}
