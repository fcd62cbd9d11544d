import { createPublicKey } from 'node:crypto';
import type { Client, QueryResult } from 'pg';
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
  client: Client,
  entries: readonly AuditEntry[],
  sealer: Sealer,
  last: Head | null,
): Promise<SealedBatch> {
  // A text with several statements gives several results, which the types do not say.
  const results = (await client.query(begin)) as unknown as QueryResult<HeadRow>[];
  const row = results.at(-1)?.rows[0] as HeadRow;
  const batch = sealBatch(readHead(row, sealer, last), entries, row.now, sealer);
  const { note, size, edge } = batch.head;
  const rows = JSON.stringify(batch.entries.map(toRow));
  const hashes = Buffer.concat(batch.entries.flatMap(toHashes));
  const first = batch.head.size - batch.entries.length;
  const added = client.query({
    name: 'append',
    text: insert,
    values: [rows, hashes, first, row.now, size, note, edge],
  });
  // On a connection that pipelines nobody waits in between: after a statement that failed, COMMIT is a rollback.
  if (!client.pipeline) await added;
  await Promise.all([added, client.query('COMMIT')]);
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

/** What the entries have besides hashes, as JSON. */
const columns = `leaf_index bigint, operation_id uuid, occurred_at timestamptz, principal_id text, role text, agency text,
  municipality text, purpose text, case_reference text, operation_name text, child text, fields_disclosed text[],
  fields_denied text[], outcome text, receipts text[]`;
const names = columns.replace(/ (?:bigint|uuid|timestamptz|text\[\]|text)/g, '');

/** Of each entry, one behind the other: as hex in JSON they would be most of what is sent. */
const hashColumns = [
  ['leaf_hash', 32],
  ['principal_salt', 16],
  ['principal_commitment', 32],
  ['case_salt', 16],
  ['case_commitment', 32],
  ['child_salt', 16],
  ['child_commitment', 32],
] as const;
const hashNames = hashColumns.map(([name]) => name).join();
const hashBytes = hashColumns.reduce((sum, [, bytes]) => sum + bytes, 0);

function toSlices(): string {
  let begin = 1;
  const slices: string[] = [];
  for (const [, bytes] of hashColumns) {
    slices.push(`substring($2::bytea, (leaf_index - $3::bigint)::int * ${hashBytes} + ${begin}, ${bytes})`);
    begin += bytes;
  }
  return slices.join();
}

const insert = `WITH added AS (
    INSERT INTO audit.entry (${names}, ${hashNames}, recorded_at)
    SELECT ${names}, ${toSlices()}, $4::timestamptz FROM jsonb_to_recordset($1::jsonb) AS given(${columns})
  )
  INSERT INTO audit.checkpoint (tree_size, note, edge) VALUES ($5, $6, $7)`;

function toHashes({ leafHash, salts, commitments }: SealedEntry): Buffer[] {
  return [
    leafHash,
    salts.principalId,
    commitments.principalId,
    salts.caseReference,
    commitments.caseReference,
    salts.child,
    commitments.child,
  ];
}

function toRow({ entry, leafIndex }: SealedEntry): object {
  return {
    leaf_index: leafIndex,
    operation_id: entry.operationId,
    occurred_at: entry.occurredAt,
    principal_id: entry.principalId,
    role: entry.role,
    agency: entry.agency,
    municipality: entry.municipality,
    purpose: entry.purpose,
    case_reference: entry.caseReference,
    operation_name: entry.operationName,
    child: entry.child,
    fields_disclosed: entry.fieldsDisclosed,
    fields_denied: entry.fieldsDenied,
    outcome: entry.outcome,
    receipts: entry.receipts,
  };
}
