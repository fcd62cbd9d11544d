import type { KeyObject } from 'node:crypto';
import { isSignedBy, readCheckpoint } from '../checkpoint';
import type { CompactRange } from '../merkle/compactRange';
import { coveringRestoration, type Restoration } from '../restoration';
import type { Findings } from './finding';

/** The copy of a checkpoint that somebody kept: the only witness against one who holds the hub's key. */
export interface KeptCheckpoint {
  /** Call after each entry; null: the tree cannot be told. */
  compare(tree: CompactRange | null): void;
  /** Call with the number of entries there are. */
  finish(size: number): void;
}

export function createKeptCheckpoint(
  note: string | undefined,
  keys: readonly KeyObject[],
  findings: Findings,
  restorations: readonly Restoration[] = [],
): KeptCheckpoint {
  if (note === undefined) return { compare: () => undefined, finish: () => undefined };
  const kept = isSignedBy(note, keys) ? readCheckpoint(note) : null;
  if (!kept) {
    findings.add({ kind: 'SIGNATURE', text: 'the kept checkpoint is not a note signed by a trusted key' });
  }
  const lost = kept && coveringRestoration(restorations, kept.at);
  if (kept && lost && kept.size > lost.size) {
    const text =
      `the kept checkpoint of size ${kept.size} is of the time between the backup of ${lost.takenAt.toISOString()} and the ` +
      `restoration of ${lost.restoredAt.toISOString()}: the entries from ${lost.size} on were lost, as the log declares`;
    findings.add({ kind: 'RESTORED', leafIndex: lost.size, lastIndex: kept.size - 1, text });
    return { compare: () => undefined, finish: () => undefined };
  }
  const place = kept && { lastIndex: kept.size - 1, treeSize: kept.size };
  return {
    compare: (tree) => {
      if (!place || tree?.size !== kept.size || tree.root().equals(kept.root)) return;
      const text = `the first ${kept.size} entries are not those of the kept checkpoint`;
      findings.add({ kind: 'REWRITTEN', leafIndex: 0, ...place, text });
    },
    finish: (size) => {
      if (!place || kept.size <= size) return;
      const text = `the log has ${size} entries, the kept checkpoint ${kept.size}: the rest is gone`;
      findings.add({ kind: 'TRUNCATED', leafIndex: size, ...place, text });
    },
  };
}
