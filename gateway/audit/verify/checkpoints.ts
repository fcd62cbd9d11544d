import type { KeyObject } from 'node:crypto';
import { isSignedBy, readCheckpoint, type Checkpoint } from '../checkpoint';
import { createCompactRange, type CompactRange } from '../merkle/compactRange';
import type { Findings } from './finding';

/** A row of `audit.checkpoint`. */
export interface CheckpointRow {
  readonly tree_size: string;
  readonly note: string;
  readonly edge: Buffer[];
}

export interface CheckedCheckpoint {
  readonly size: number;
  /** Null when the row cannot be relied on: nothing is compared with it. */
  readonly signed: Checkpoint | null;
  /** The tree as the checkpoint vouches for it; null when the stored edge does not fit the signed root. */
  readonly range: CompactRange | null;
}

/** Reads one checkpoint and checks what can be checked without the entries. */
export function checkCheckpoint(
  row: CheckpointRow,
  keys: readonly KeyObject[],
  findings: Findings,
): CheckedCheckpoint {
  const size = Number(row.tree_size);
  const checkpoint = readCheckpoint(row.note);
  const wrong = (kind: 'CHECKPOINT' | 'SIGNATURE', text: string): CheckedCheckpoint => {
    findings.add({ kind, treeSize: size, text: `the checkpoint of size ${size} ${text}` });
    return { size, signed: null, range: null };
  };
  if (!checkpoint) return wrong('CHECKPOINT', 'is not a signed note');
  if (!isSignedBy(row.note, keys)) return wrong('SIGNATURE', 'is not signed by a trusted key');
  if (checkpoint.size !== size) return wrong('CHECKPOINT', `is signed for the size ${checkpoint.size}`);
  const range = rangeOf(size, row.edge);
  if (!range?.root().equals(checkpoint.root)) {
    findings.add({
      kind: 'CHECKPOINT',
      treeSize: size,
      text: `the right edge kept with the checkpoint of size ${size} does not lead to its signed root`,
    });
    return { size, signed: checkpoint, range: null };
  }
  return { size, signed: checkpoint, range };
}

function rangeOf(size: number, edge: readonly Buffer[]): CompactRange | null {
  try {
    return createCompactRange(size, edge);
  } catch {
    return null;
  }
}
