/**
 * What can be wrong, and where it is.
 * - EDITED: an entry no longer says what was hashed when it was written.
 * - MISSING: indices without an entry. TRUNCATED: entries are gone from the end.
 * - REWRITTEN: entries are not those that a checkpoint was signed over; also entries that changed places.
 * - UNSEALED: entries after the newest checkpoint, or a batch whose own checkpoint is gone.
 * - CHECKPOINT: a checkpoint that does not say what it should. SIGNATURE: one that no trusted key signed.
 * - CLOCK: the time of a batch lies before that of an earlier one.
 * - UNKNOWN_TO_HUB: an agency gave out something in an operation that the hub's log does not have.
 * - NOT_RECEIVED: an agency gave out something of which the hub's entry for the operation knows nothing.
 * - NOT_IN_AGENCY_LOG: the hub noted an agency's answer that the agency's log does not have.
 * - DISCLOSURE_EDITED: an agency's row no longer says what was hashed when it was written.
 * - RESTORED: a kept checkpoint is of entries that were lost when the log was put back from a backup, as it declares.
 * - DIFFERENT_ASKER: the hub's entry and the agency's row name different askers or purposes.
 */
export type FindingKind =
  | 'EDITED'
  | 'MISSING'
  | 'TRUNCATED'
  | 'REWRITTEN'
  | 'UNSEALED'
  | 'CHECKPOINT'
  | 'SIGNATURE'
  | 'CLOCK'
  | 'UNKNOWN_TO_HUB'
  | 'NOT_RECEIVED'
  | 'NOT_IN_AGENCY_LOG'
  | 'DISCLOSURE_EDITED'
  | 'RESTORED'
  | 'DIFFERENT_ASKER';

export interface Finding {
  readonly kind: FindingKind;
  /** The entry, or the first of several. */
  readonly leafIndex?: number;
  /** The last of several entries. */
  readonly lastIndex?: number;
  readonly operationId?: string;
  /** The tree size of the checkpoint concerned. */
  readonly treeSize?: number;
  readonly agency?: string;
  /** The id of the row in the agency's table `disclosure`. */
  readonly row?: string;
  readonly text: string;
}

export interface Findings {
  readonly all: readonly Finding[];
  add(finding: Finding): void;
  /** Found, but not kept because there were so many of the kind. */
  readonly suppressed: ReadonlyMap<FindingKind, number>;
}

/** @param limit most findings kept of each kind: a log rewritten as a whole has as many as it has checkpoints */
export function createFindings(limit = 20): Findings {
  const all: Finding[] = [];
  const counts = new Map<FindingKind, number>();
  const suppressed = new Map<FindingKind, number>();
  return {
    all,
    suppressed,
    add: (finding) => {
      const count = (counts.get(finding.kind) ?? 0) + 1;
      counts.set(finding.kind, count);
      if (count <= limit) all.push(finding);
      else suppressed.set(finding.kind, count - limit);
    },
  };
}
