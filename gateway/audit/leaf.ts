import type { AuditEntry } from './auditEntry';
import { hashLeaf, sha256 } from './merkle/hashes';

/** The members of an entry that lead to a person; each can be erased without the tree noticing. */
export const linkage = ['principalId', 'caseReference', 'child'] as const;
export type Linkage = (typeof linkage)[number];
export type Commitments = Readonly<Record<Linkage, Buffer>>;

/** An entry as the tree holds it: whom it leads to stands in it as commitments alone. */
export type Leaf = Omit<AuditEntry, Linkage | 'role' | 'agency' | 'purpose' | 'outcome'> & {
  readonly role: string;
  readonly agency: string;
  readonly purpose: string | null;
  readonly outcome: string;
  /** By the database's clock, which is one for all gateways. */
  readonly recordedAt: Date;
  readonly commitments: Commitments;
};

/**
 * Binds a value without showing it: 128 random bits stand before it, so that not even a child's reference, of which
 * there are few, can be found by trying. Without the salt the commitment says nothing.
 */
export function commit(kind: Linkage, value: string | null, salt: Buffer): Buffer {
  return sha256(prefixes[kind], salt, Buffer.from(JSON.stringify(value)));
}

const prefixes: Readonly<Record<Linkage, Buffer>> = {
  principalId: toPrefix('principalId'),
  caseReference: toPrefix('caseReference'),
  child: toPrefix('child'),
};

function toPrefix(kind: Linkage): Buffer {
  return Buffer.from(`skyddsnat/audit/${kind}\n`);
}

/** The hash over the canonical form: a JSON array in this order, instants in UTC with milliseconds, hashes in hex. */
export function hashEntry(leaf: Leaf): Buffer {
  const { commitments } = leaf;
  const members = [
    'skyddsnat/audit/1',
    leaf.operationId,
    leaf.occurredAt.toISOString(),
    leaf.recordedAt.toISOString(),
    commitments.principalId.toString('hex'),
    leaf.role,
    leaf.agency,
    leaf.municipality,
    leaf.purpose,
    commitments.caseReference.toString('hex'),
    leaf.operationName,
    commitments.child.toString('hex'),
    leaf.fieldsDisclosed,
    leaf.fieldsDenied,
    leaf.outcome,
    leaf.receipts,
  ];
  return hashLeaf(Buffer.from(JSON.stringify(members)));
}
