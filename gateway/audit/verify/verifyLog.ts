import type { KeyObject } from 'node:crypto';
import type { Client } from 'pg';
import { checkCheckpoint, type CheckedCheckpoint, type CheckpointRow } from './checkpoints';
import { isErased, type EntryRow } from './checkEntry';
import type { Findings } from './finding';
import { createKeptCheckpoint } from './keptCheckpoint';
import { LogWalk } from './logWalk';
import type { Restoration } from '../restoration';
import { readRows } from './readRows';

export interface LogVerification {
  readonly entries: number;
  readonly checkpoints: number;
  /** Entries whose linkage to a person has been erased. */
  readonly erased: number;
}

export interface VerifyLogOptions {
  /** Public keys whose checkpoints count: the hub's, and earlier ones. */
  readonly keys: readonly KeyObject[];
  readonly findings: Findings;
  /** The signed note of a checkpoint that was kept outside the hub. */
  readonly external?: string | undefined;
  /** Declared and signed; see `readRestorations`. @default none */
  readonly restorations?: readonly Restoration[];
  readonly onProgress?: (entries: number) => void;
}

/**
 * Recomputes every hash of the log, entry by entry, and holds it against every checkpoint.
 *
 * @param client inside a snapshot; see `beginSnapshot`
 */
export async function verifyLog(client: Client, options: VerifyLogOptions): Promise<LogVerification> {
  const { findings, keys, external, restorations, onProgress } = options;
  const walk = new LogWalk(findings);
  const kept = createKeptCheckpoint(external, keys, findings, restorations);
  const counts = { entries: 0, checkpoints: 0, erased: 0 };
  const rows = readRows<CheckpointRow>(client, 'SELECT * FROM audit.checkpoint ORDER BY tree_size');
  const nextCheckpoint = async (): Promise<CheckedCheckpoint | null> => {
    const { value, done } = await rows.next();
    if (done) return null;
    counts.checkpoints += 1;
    return checkCheckpoint(value, keys, findings);
  };

  let ahead = await nextCheckpoint();
  const closeUpTo = async (index: number): Promise<void> => {
    for (; ahead && ahead.size <= index; ahead = await nextCheckpoint()) walk.close(ahead);
  };
  for await (const row of readRows<EntryRow>(client, 'SELECT * FROM audit.entry ORDER BY leaf_index')) {
    walk.arriveAt(Number(row.leaf_index));
    await closeUpTo(Number(row.leaf_index));
    walk.add(row, ahead);
    kept.compare(walk.tree);
    counts.entries += 1;
    if (isErased(row)) counts.erased += 1;
    if (counts.entries % 1_000 === 0) onProgress?.(counts.entries);
  }
  kept.finish(walk.size);
  await closeUpTo(Infinity);
  walk.finish();
  onProgress?.(counts.entries);
  return counts;
}
