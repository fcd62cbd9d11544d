import type { Receipt } from '../../../schema/protocol/disclosure';
import { commit, hashEntry, linkage, type Linkage } from '../leaf';

/** A row of `audit.entry`. */
export interface EntryRow {
  readonly leaf_index: string;
  readonly leaf_hash: Buffer;
  readonly recorded_at: Date;
  readonly operation_id: string;
  readonly occurred_at: Date;
  readonly principal_id: string | null;
  readonly principal_salt: Buffer | null;
  readonly principal_commitment: Buffer;
  readonly role: string;
  readonly agency: string;
  readonly municipality: string | null;
  readonly purpose: string | null;
  readonly case_reference: string | null;
  readonly case_salt: Buffer | null;
  readonly case_commitment: Buffer;
  readonly operation_name: string | null;
  readonly child: string | null;
  readonly child_salt: Buffer | null;
  readonly child_commitment: Buffer;
  readonly fields_disclosed: string[];
  readonly fields_denied: string[];
  readonly outcome: string;
  readonly receipts: Receipt[];
}

const columns = {
  principalId: ['principal_id', 'principal_salt', 'principal_commitment'],
  caseReference: ['case_reference', 'case_salt', 'case_commitment'],
  child: ['child', 'child_salt', 'child_commitment'],
} as const satisfies Record<Linkage, readonly (keyof EntryRow)[]>;

/** What is wrong with the entry itself; null: it says what was hashed when it was written, but for what was erased. */
export function checkEntry(row: EntryRow): string | null {
  for (const kind of linkage) {
    const [value, salt, commitment] = columns[kind];
    if (row[salt] === null) {
      if (row[value] !== null) return `${value} was put in after it had been erased`;
    } else if (!commit(kind, row[value], row[salt]).equals(row[commitment])) {
      return `${value}, its salt or its commitment was changed`;
    }
  }
  return hashOf(row).equals(row.leaf_hash) ? null : 'its fields or its hash were changed';
}

export function isErased(row: EntryRow): boolean {
  return linkage.some((kind) => row[columns[kind][1]] === null);
}

function hashOf(row: EntryRow): Buffer {
  return hashEntry({
    operationId: row.operation_id,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    role: row.role,
    agency: row.agency,
    municipality: row.municipality,
    purpose: row.purpose,
    operationName: row.operation_name,
    fieldsDisclosed: row.fields_disclosed,
    fieldsDenied: row.fields_denied,
    outcome: row.outcome,
    receipts: row.receipts,
    commitments: {
      principalId: row.principal_commitment,
      caseReference: row.case_commitment,
      child: row.child_commitment,
    },
  });
}
