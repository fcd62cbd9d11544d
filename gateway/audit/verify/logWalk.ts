import { createCompactRange, type CompactRange } from '../merkle/compactRange';
import type { CheckedCheckpoint } from './checkpoints';
import { checkEntry, type EntryRow } from './checkEntry';
import type { Finding, FindingKind, Findings } from './finding';

/** Steps of the database's clock below this are what keeping time does. */
const clockToleranceMs = 1_000;

/**
 * Walks the log from its first entry to its last and rebuilds the tree on the way. After a finding it goes on from the
 * next checkpoint that is sound, so that one change does not hide another.
 */
export class LogWalk {
  /** The tree of what was read, or of what the last sound checkpoint vouches for and what was read since. */
  #tree: CompactRange = createCompactRange();
  /** The index that comes next, and the first that no checkpoint has covered yet. */
  #next = 0;
  #sealed = 0;
  /** What was found since the last sound checkpoint explains that the next root differs. */
  #disturbed = false;
  #latest = { at: 0, index: 0 };

  constructor(private readonly findings: Findings) {}

  /** The tree of the entries so far; null when some of them are known to be missing. */
  get tree(): CompactRange | null {
    return this.#disturbed ? null : this.#tree;
  }

  get size(): number {
    return this.#next;
  }

  /** Call with the index of the next row, before the checkpoints up to it. */
  arriveAt(index: number): void {
    if (index <= this.#next) return;
    this.#findRange('MISSING', this.#next, index, 'missing');
    this.#disturbed = true;
    this.#next = index;
  }

  /** @param covering the checkpoint that covers the entry */
  add(row: EntryRow, covering: CheckedCheckpoint | null): void {
    const index = Number(row.leaf_index);
    const about = { leafIndex: index, operationId: row.operation_id };
    const wrong = checkEntry(row);
    if (wrong) this.#find({ kind: 'EDITED', ...about, text: `entry ${index} was changed: ${wrong}` });
    // All entries of a batch and its checkpoint bear one time: another time means another checkpoint, now gone.
    else if (covering?.signed && covering.signed.at.getTime() !== row.recorded_at.getTime()) {
      const text = `the checkpoint of the batch that entry ${index} came with is gone`;
      this.#find({ kind: 'UNSEALED', ...about, text });
    }
    this.#watchClock(row.recorded_at, index);
    this.#tree.append(row.leaf_hash);
    this.#next = index + 1;
  }

  /** The checkpoint covers exactly what was read, or more than there is. */
  close({ size, signed, range }: CheckedCheckpoint): void {
    if (size > this.#next) {
      this.#findRange(
        'TRUNCATED',
        this.#next,
        size,
        'gone from the log: a checkpoint was signed over them',
        size,
      );
      this.#next = size;
    } else if (signed && !this.#disturbed && !this.#tree.root().equals(signed.root)) {
      const what = `not those that the checkpoint of size ${size} was signed over`;
      this.#findRange('REWRITTEN', this.#sealed, size, what, size);
    }
    if (range) {
      this.#tree = range;
      this.#disturbed = this.#next !== size;
    }
    this.#sealed = size;
  }

  finish(): void {
    if (this.#next > this.#sealed) {
      this.#findRange('UNSEALED', this.#sealed, this.#next, 'not covered by any checkpoint');
    }
  }

  #watchClock(at: Date, index: number): void {
    if (at.getTime() < this.#latest.at - clockToleranceMs) {
      const earlier = new Date(this.#latest.at).toISOString();
      const text = `entry ${index} is dated ${at.toISOString()}, before entry ${this.#latest.index} of ${earlier}`;
      this.#find({ kind: 'CLOCK', leafIndex: index, text });
    }
    this.#latest = { at: at.getTime(), index };
  }

  #findRange(kind: FindingKind, first: number, end: number, what: string, treeSize?: number): void {
    const lastIndex = end - 1;
    const which = first === lastIndex ? `entry ${first} is` : `entries ${first} to ${lastIndex} are`;
    const place = { leafIndex: first, lastIndex, ...(treeSize !== undefined && { treeSize }) };
    this.#find({ kind, ...place, text: `${which} ${what}` });
  }

  #find(finding: Finding): void {
    this.findings.add(finding);
  }
}
