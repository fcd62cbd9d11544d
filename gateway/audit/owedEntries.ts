import type { AuditEntry } from './auditEntry';

/** Entries of operations that were not answered because the log could not be written; their agencies were asked. */
export interface OwedEntries {
  add(entries: readonly AuditEntry[], reason: unknown): void;
  /** At most one batch of them. */
  peek(): readonly AuditEntry[];
  /** Those at the front have been written. */
  drop(count: number): void;
}

/** Kept in memory only: beyond this the agencies' logs alone know, and reconciliation says so. */
const mostOwed = 20_000;
const largestBatch = 500;

/**
 * The agencies have noted that they answered the hub, so the hub's log must know of the operation as soon as it can be
 * written again: as failed, for its asker was told nothing.
 */
export function createOwedEntries(): OwedEntries {
  const owed: AuditEntry[] = [];
  return {
    add: (entries, reason) => {
      if (isRejected(reason)) return;
      owed.push(...entries.map(toFailed).slice(0, Math.max(0, mostOwed - owed.length)));
    },
    peek: () => owed.slice(0, largestBatch),
    drop: (count) => void owed.splice(0, count),
  };
}

function toFailed(entry: AuditEntry): AuditEntry {
  if (entry.outcome === 'REFUSED') return entry;
  if (entry.outcome === 'CHANGED') return { ...entry, fieldsDisclosed: [] };
  return { ...entry, fieldsDisclosed: [], outcome: 'FAILED' };
}

/** PostgreSQL does not take the data itself (SQLSTATE class 22): they would keep all later entries out. */
export function isRejected(reason: unknown): boolean {
  return (reason as { code?: string } | null)?.code?.startsWith('22') === true;
}
