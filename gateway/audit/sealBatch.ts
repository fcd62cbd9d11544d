import type { KeyObject } from 'node:crypto';
import { createSalt } from '../../schema/protocol/createSalt';
import type { AuditEntry } from './auditEntry';
import type { Inclusion } from './auditLog';
import { signCheckpoint } from './checkpoint';
import { commit, hashEntry, type Commitments, type Linkage } from './leaf';
import { growTree } from './merkle/growTree';

/** The log as it stands: its size and the right edge of its tree. */
export interface Head {
  readonly size: number;
  readonly edge: readonly Buffer[];
  /** The signed checkpoint; null: the log is empty. */
  readonly note: string | null;
}

export interface SealedBatch {
  readonly entries: readonly SealedEntry[];
  readonly head: Head & { readonly note: string };
  readonly inclusions: readonly Inclusion[];
}

export interface SealedEntry {
  readonly entry: AuditEntry;
  readonly leafIndex: number;
  readonly leafHash: Buffer;
  readonly salts: Readonly<Record<Linkage, Buffer>>;
  readonly commitments: Commitments;
}

/** Who signs: the hub's private key and the name it gives the log. */
export interface Sealer {
  readonly privateKey: KeyObject;
  readonly logId: Buffer;
}

/** Puts entries at the end of the tree and signs what it has become. */
export function sealBatch(
  head: Head,
  given: readonly AuditEntry[],
  recordedAt: Date,
  sealer: Sealer,
): SealedBatch {
  const entries = given.map((entry, place) => seal(entry, head.size + place, recordedAt));
  const leaves = entries.map(({ leafHash }) => leafHash);
  const tree = growTree(head.size, head.edge, leaves);
  const note = signCheckpoint({ size: tree.size, root: tree.root, at: recordedAt }, sealer.privateKey);
  const toBase64 = createEncoder();
  const common = {
    logId: sealer.logId.toString('base64'),
    treeSize: tree.size,
    rootHash: tree.root.toString('base64'),
  };
  return {
    entries,
    head: { size: tree.size, edge: tree.edge, note },
    inclusions: entries.map(({ leafIndex, leafHash }) => ({
      ...common,
      leafIndex,
      leafHash: toBase64(leafHash),
      proof: tree.prove(leafIndex).map(toBase64),
      checkpoint: note,
    })),
  };
}

/** The proofs of a batch share most of their hashes. */
function createEncoder(): (hash: Buffer) => string {
  const encoded = new Map<Buffer, string>();
  return (hash) => {
    let text = encoded.get(hash);
    if (text === undefined) encoded.set(hash, (text = hash.toString('base64')));
    return text;
  };
}

function seal(entry: AuditEntry, leafIndex: number, recordedAt: Date): SealedEntry {
  const { principalId, caseReference, child } = entry;
  const salts = { principalId: createSalt(), caseReference: createSalt(), child: createSalt() };
  const commitments = {
    principalId: commit('principalId', principalId, salts.principalId),
    caseReference: commit('caseReference', caseReference, salts.caseReference),
    child: commit('child', child, salts.child),
  };
  return { entry, leafIndex, salts, commitments, leafHash: hashEntry({ ...entry, recordedAt, commitments }) };
}
