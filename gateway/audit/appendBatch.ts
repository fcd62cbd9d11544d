import { createPublicKey } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import type { AuditEntry } from './auditEntry';
import { AuditUnavailable } from './auditLog';
import { isSignedBy, readCheckpoint } from './checkpoint';
import { createCompactRange } from './merkle/compactRange';
import { sealBatch, type Head, type SealedBatch, type SealedEntry, type Sealer } from './sealBatch';

/** Gateways on one database take turns, so that no index is given twice or left out. */
const appendLock = 7_201_805;

const begin = `BEGIN; SELECT pg_advisory_xact_lock(${appendLock});
  SELECT clock_timestamp() AS now, newest.* FROM (VALUES (1)) AS one
  LEFT JOIN (SELECT tree_size, note, edge FROM audit.checkpoint ORDER BY tree_size DESC LIMIT 1) AS newest ON true`;

/**
 * Adds entries and the checkpoint over them in one transaction: what is in the log is signed, or not in the log.
 * @param last the head this process wrote last: a log that has become shorter is not written on
 * @throws AuditUnavailable when the head in the database is not one the hub signed
 */
export async function appendBatch(
  client: PoolClient,
  entries: readonly AuditEntry[],
  sealer: Sealer,
  last: Head | null,
): Promise<SealedBatch> {
  // A text with several statements gives several results, which the types do not say.
  const results = (await client.query(begin)) as unknown as QueryResult<HeadRow>[];
  const row = results.at(-1)?.rows[0] as HeadRow;
  const batch = sealBatch(readHead(row, sealer, last), entries, row.now, sealer);
  const { note, size, edge } = batch.head;
  const rows = JSON.stringify(batch.entries.map((sealed) => toRow(sealed, row.now)));
  await client.query({ name: 'append', text: insert, values: [rows, size, note, edge] });
  await client.query('COMMIT');
  return batch;
}

interface HeadRow {
  readonly now: Date;
  readonly tree_size: string | null;
  readonly note: string | null;
  readonly edge: Buffer[] | null;
}

function readHead({ tree_size, note, edge }: HeadRow, sealer: Sealer, last: Head | null): Head {
  const size = Number(tree_size ?? 0);
  if (last && size < last.size) {
    throw new AuditUnavailable(`it has lost entries: it held ${last.size} and now holds ${size}`);
  }
  if (note === null || edge === null) return { size: 0, edge: [], note: null };
  if (last?.note === note) return last;
  const checkpoint = readCheckpoint(note);
  const signed = isSignedBy(note, [createPublicKey(sealer.privateKey as never)]);
  if (!checkpoint || !signed || checkpoint.size !== size || !checkpoint.root.equals(rootOf(size, edge))) {
    throw new AuditUnavailable(`its newest checkpoint, of size ${size}, is not one that this hub signed`);
  }
  return { size, edge, note };
}

function rootOf(size: number, edge: readonly Buffer[]): Buffer {
  try {
    return createCompactRange(size, edge).root();
  } catch {
    return Buffer.alloc(0);
  }
}

const columns = `leaf_index bigint, leaf_hash bytea, recorded_at timestamptz, operation_id uuid,
  occurred_at timestamptz, principal_id text, principal_salt bytea, principal_commitment bytea, role text, agency text,
  municipality text, purpose text, case_reference text, case_salt bytea, case_commitment bytea, operation_name text,
  child text, child_salt bytea, child_commitment bytea, fields_disclosed text[], fields_denied text[], outcome text,
  receipts text[]`;
const names = columns.replace(/ (?:bigint|bytea|uuid|timestamptz|text\[\]|text)/g, '');
const insert = `WITH added AS (
    INSERT INTO audit.entry (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS given(${columns})
  )
  INSERT INTO audit.checkpoint (tree_size, note, edge) VALUES ($2, $3, $4)`;

function toRow({ entry, leafIndex, leafHash, salts, commitments }: SealedEntry, recordedAt: Date): object {
  return {
    leaf_index: leafIndex,
    leaf_hash: toHex(leafHash),
    recorded_at: recordedAt,
    operation_id: entry.operationId,
    occurred_at: entry.occurredAt,
    principal_id: entry.principalId,
    principal_salt: toHex(salts.principalId),
    principal_commitment: toHex(commitments.principalId),
    role: entry.role,
    agency: entry.agency,
    municipality: entry.municipality,
    purpose: entry.purpose,
    case_reference: entry.caseReference,
    case_salt: toHex(salts.caseReference),
    case_commitment: toHex(commitments.caseReference),
    operation_name: entry.operationName,
    child: entry.child,
    child_salt: toHex(salts.child),
    child_commitment: toHex(commitments.child),
    fields_disclosed: entry.fieldsDisclosed,
    fields_denied: entry.fieldsDenied,
    outcome: entry.outcome,
    receipts: entry.receipts,
  };
}

/** As PostgreSQL reads `bytea`. */
function toHex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
