import { hash } from 'node:crypto';

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** RFC 6962, 2.1: the prefixes keep an inner node from being passed off as an entry. */
export function hashLeaf(entry: Buffer): Buffer {
  return sha256(leafPrefix, entry);
}

export function hashNode(left: Buffer, right: Buffer): Buffer {
  return sha256(nodePrefix, left, right);
}

/** The root of a tree without leaves. */
export function hashEmpty(): Buffer {
  return sha256();
}

/** In one call: what goes through a hash object, piece by piece, costs twice as much. */
export function sha256(...parts: readonly Buffer[]): Buffer {
  return hash('sha256', Buffer.concat(parts), 'buffer');
}
