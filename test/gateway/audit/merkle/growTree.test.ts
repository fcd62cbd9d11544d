import { createHash, randomBytes } from 'node:crypto';
import { createCompactRange } from '../../../../gateway/audit/merkle/compactRange';
import { growTree, type GrownTree } from '../../../../gateway/audit/merkle/growTree';
import { hashLeaf } from '../../../../gateway/audit/merkle/hashes';
import { isIncluded, treeHash } from '../referenceTree';

const leaves = Array.from({ length: 70 }, (_, index) => hashLeaf(Buffer.from(String(index))));

test('a tree grown in batches of any size has the root of the RFC', () => {
  for (const batch of [1, 2, 3, 5, 7, 16, 70]) {
    let tree: Pick<GrownTree, 'size' | 'edge' | 'root'> = { size: 0, edge: [], root: Buffer.alloc(0) };
    while (tree.size < leaves.length) {
      tree = growTree(tree.size, tree.edge, leaves.slice(tree.size, tree.size + batch));
      expect(tree.root).toEqual(treeHash(leaves.slice(0, tree.size)));
    }
  }
});

test('the path of every new leaf proves it, and proves no other leaf, place or root', () => {
  for (let oldSize = 0; oldSize < 34; oldSize += 1) {
    const old = createCompactRange();
    for (const leaf of leaves.slice(0, oldSize)) old.append(leaf);
    for (const added of [1, 2, 3, 9, 20]) {
      const tree = growTree(oldSize, old.edge, leaves.slice(oldSize, oldSize + added));
      for (let index = oldSize; index < tree.size; index += 1) {
        const path = tree.prove(index);
        expect(isIncluded(leaves[index]!, index, tree.size, path, tree.root)).toBe(true);
        expect(isIncluded(randomBytes(32), index, tree.size, path, tree.root)).toBe(false);
        expect(isIncluded(leaves[index]!, index, tree.size, path, randomBytes(32))).toBe(false);
      }
    }
  }
});

test('a compact range taken up again goes on as if it had never stopped', () => {
  const whole = createCompactRange();
  let resumed = createCompactRange();
  for (const leaf of leaves) {
    whole.append(leaf);
    resumed = createCompactRange(resumed.size, resumed.edge);
    resumed.append(leaf);
    expect(resumed.root()).toEqual(whole.root());
    expect(whole.root()).toEqual(treeHash(leaves.slice(0, whole.size)));
  }
});

test('an edge that cannot be that of the size is refused', () => {
  expect(() => createCompactRange(3, [leaves[0]!])).toThrow(RangeError);
});

test('the tree without leaves has the hash of nothing', () => {
  expect(createCompactRange().root()).toEqual(createHash('sha256').digest());
});
