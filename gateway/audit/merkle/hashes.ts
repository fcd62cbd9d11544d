import { createHash } from 'node:crypto';

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** RFC 6962, 2.1: the prefixes keep an inner node from being passed off as an entry. */
export function hashLeaf(entry: Buffer): Buffer {
  return createHash('sha256').update(leafPrefix).update(entry).digest();
}

export function hashNode(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(nodePrefix).update(left).update(right).digest();
}

/** The root of a tree without leaves. */
export function hashEmpty(): Buffer {
  return createHash('sha256').digest();
}
