import { subtreeSizes } from './compactRange';
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
  const known = new Map<number, Buffer>();
  const hashOf = (begin: number, end: number): Buffer => {
    const name = nameSubtree(begin, end);
    let found = known.get(name);
    if (found) return found;
    if (end - begin <= 1) throw new RangeError(`nothing is known of leaf ${begin}`);
    const middle = begin + splitPoint(end - begin);
    found = hashNode(hashOf(begin, middle), hashOf(middle, end));
    known.set(name, found);
    return found;
  };
  const prove = (index: number): Buffer[] => {
    const path: Buffer[] = [];
    for (let begin = 0, end = size; end - begin > 1;) {
      const middle = begin + splitPoint(end - begin);
      path.push(index < middle ? hashOf(middle, end) : hashOf(begin, middle));
      if (index < middle) end = middle;
      else begin = middle;
    }
    return path.reverse();
  };
  eachSubtree(oldSize, (begin, end, place) => known.set(nameSubtree(begin, end), oldEdge[place] as Buffer));
  leaves.forEach((leaf, place) => known.set(nameSubtree(oldSize + place, oldSize + place + 1), leaf));
  const edge: Buffer[] = [];
  eachSubtree(size, (begin, end) => edge.push(hashOf(begin, end)));
  return { size, root: hashOf(0, size), edge, prove };
}

/** No two subtrees of one tree begin at the same leaf and are as high. */
function nameSubtree(begin: number, end: number): number {
  return begin * 64 + Math.ceil(Math.log2(end - begin));
}

function eachSubtree(size: number, visit: (begin: number, end: number, place: number) => void): void {
  let begin = 0;
  subtreeSizes(size).forEach((length, place) => visit(begin, (begin += length), place));
}

/** The largest power of two below the size. */
function splitPoint(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}
