import { largestPower, subtreeSizes } from './compactRange';
import { hashNode } from './hashes';

/** A tree after leaves were added, with what is known of it: enough for the root and for proofs of the new leaves. */
export interface GrownTree {
  readonly size: number;
  readonly root: Buffer;
  /** See `CompactRange`. */
  readonly edge: readonly Buffer[];
  /**
   * The audit path of a new leaf (RFC 6962, 2.1.1), from the leaf upwards.
   * @param index of the leaf in the whole tree
   */
  prove(index: number): Buffer[];
}

/**
 * Adds leaves to a tree of which only the edge is kept: a subtree to the left of a new leaf is either on the old edge
 * or grew just now, so the cost is logarithmic in the tree's size.
 */
export function growTree(oldSize: number, oldEdge: readonly Buffer[], leaves: readonly Buffer[]): GrownTree {
  const size = oldSize + leaves.length;
  const known = new Map<string, Buffer>();
  const know = (begin: number, end: number, hash: Buffer): Buffer => {
    known.set(`${begin}-${end}`, hash);
    return hash;
  };
  const hashOf = (begin: number, end: number): Buffer => {
    const found = known.get(`${begin}-${end}`);
    if (found) return found;
    if (end - begin <= 1) throw new RangeError(`nothing is known of leaf ${begin}`);
    const middle = begin + splitPoint(end - begin);
    return know(begin, end, hashNode(hashOf(begin, middle), hashOf(middle, end)));
  };
  const path = (index: number, begin: number, end: number): Buffer[] => {
    if (end - begin === 1) return [];
    const middle = begin + splitPoint(end - begin);
    return index < middle
      ? [...path(index, begin, middle), hashOf(middle, end)]
      : [...path(index, middle, end), hashOf(begin, middle)];
  };
  eachSubtree(oldSize, (begin, end, place) => know(begin, end, oldEdge[place] as Buffer));
  leaves.forEach((leaf, place) => know(oldSize + place, oldSize + place + 1, leaf));
  const edge: Buffer[] = [];
  eachSubtree(size, (begin, end) => edge.push(hashOf(begin, end)));
  return { size, root: hashOf(0, size), edge, prove: (index) => path(index, 0, size) };
}

function eachSubtree(size: number, visit: (begin: number, end: number, place: number) => void): void {
  let begin = 0;
  subtreeSizes(size).forEach((length, place) => visit(begin, (begin += length), place));
}

/** The largest power of two below the size. */
function splitPoint(size: number): number {
  const power = largestPower(size);
  return power === size ? power / 2 : power;
}
