import type { Client } from 'pg';
import { dutyClock } from '../../../schema/protocol/dutyClock';
import { extract } from '../../../schema/protocol/extract';
import { hashDisclosure, silenceOf, toReceipt, type Receipt } from '../../../schema/protocol/disclosure';
import type { AgencySubgraph, Purpose, Role } from '../../../schema/protocol/vocabulary';
import type { EntryRow } from './checkEntry';
import type { Findings } from './finding';
import { readDutyCalls } from './dutyCalls';
import { mergeByOperation } from './mergeByOperation';
import { mergeSorted } from './mergeSorted';
import { coveringRestoration, type Restoration } from '../restoration';
import { readRows } from './readRows';

/** A row of an agency's `disclosure`. */
export interface DisclosureRow {
  readonly id: string;
  readonly hash: Buffer;
  readonly salt: Buffer | null;
  readonly operation_id: string;
  readonly assertion_hash: string;
  readonly principal_id: string | null;
  readonly role: Role | typeof dutyClock | typeof extract;
  readonly purpose: Purpose | typeof dutyClock | typeof extract | null;
  readonly case_reference: string | null;
  readonly asked: string[];
  readonly children: string[];
  readonly fields: string[];
  readonly at: Date;
}

/** What the hub knows of an operation. */
export type HubRow = Pick<EntryRow, 'operation_id' | 'principal_id' | 'role' | 'purpose' | 'receipts'> & {
  /** Null: no entry of the log, but the duty clock's own record. */
  readonly leaf_index: string | null;
  readonly at: Date;
};

export interface ReconcileOptions {
  readonly hub: Client;
  /** Where the duty clock keeps what it asked; null: it cannot be reached, and its questions are not reconciled. */
  readonly duty: Client | null;
  /** Inside snapshots taken after the hub's: what the hub has noted by then, the agencies have. */
  readonly agencies: ReadonlyMap<AgencySubgraph, Client>;
  readonly findings: Findings;
  /** Disclosures from then on may belong to operations that are still under way. */
  readonly underWaySince: Date;
  /** What was noted between backup and restoration may stand on one side alone. @default none */
  readonly restorations?: readonly Restoration[];
  readonly onProgress?: (operations: number) => void;
}

export interface Reconciliation {
  readonly operations: number;
  readonly disclosures: number;
  /** Given to the hub, which had stopped waiting: its entry says that the agency was silent. */
  readonly late: number;
  /** Too young to be missed in the hub's log. */
  readonly underWay: number;
  /** Of the time between a backup and its restoration, and without counterpart. */
  readonly lost: number;
}

const hubSql = `SELECT leaf_index, operation_id::text, recorded_at AS at, principal_id, role, purpose, receipts
  FROM audit.entry ORDER BY operation_id::text COLLATE "C", leaf_index`;
const agencySql = 'SELECT * FROM disclosure ORDER BY operation_id COLLATE "C", id';

/**
 * Holds the hub's log against the agencies' own, operation by operation: nothing was given out that the hub does not
 * know, and the agencies have all that the hub knows.
 */
export async function reconcile(options: ReconcileOptions): Promise<Reconciliation> {
  const { hub, duty, agencies, onProgress } = options;
  const counts = { operations: 0, disclosures: 0, late: 0, underWay: 0, lost: 0 };
  const logs = [...agencies].map(
    ([agency, client]) => [agency, readRows<DisclosureRow>(client, agencySql)] as const,
  );
  const known = mergeSorted(
    readRows<HubRow>(hub, hubSql),
    readDutyCalls(duty),
    ({ operation_id }) => operation_id,
  );
  for await (const operation of mergeByOperation(known, new Map(logs))) {
    counts.operations += 1;
    const noted = new Set(operation.entries.flatMap(({ receipts }) => receipts));
    for (const [agency, rows] of operation.disclosures) {
      for (const row of rows) {
        counts.disclosures += 1;
        const lag = checkDisclosure(agency, row, operation.entries, noted, options);
        if (lag) counts[lag] += 1;
      }
    }
    counts.lost += findMissing(operation, options);
    if (counts.operations % 1_000 === 0) onProgress?.(counts.operations);
  }
  onProgress?.(counts.operations);
  return counts;
}

function checkDisclosure(
  agency: AgencySubgraph,
  row: DisclosureRow,
  entries: readonly HubRow[],
  noted: ReadonlySet<Receipt>,
  { findings, underWaySince, duty, restorations = [] }: ReconcileOptions,
): 'late' | 'underWay' | 'lost' | null {
  const about = { agency, row: row.id, operationId: row.operation_id };
  const place = `row ${row.id} of ${agency}, operation ${row.operation_id}`;
  if (row.salt !== null && !hashOf(row, row.salt).equals(row.hash)) {
    findings.add({
      kind: 'DISCLOSURE_EDITED',
      ...about,
      text: `${place}: it was changed after it was written`,
    });
  }
  // What the agency gave the child out of its own records, nobody asked through the hub.
  if (row.role === extract) return null;
  const [entry] = entries;
  if (entry && differs(entry, row)) {
    const text = `${place}: ${nameOf(entry)} names another asker, role or purpose`;
    findings.add({ kind: 'DIFFERENT_ASKER', ...placeOf(entry), ...about, text });
  }
  if (noted.has(toReceipt(agency, row.hash))) return null;
  if (noted.has(silenceOf(agency)) || noted.has(silenceOf('identification'))) return 'late';
  if (row.at >= underWaySince) return 'underWay';
  if (coveringRestoration(restorations, row.at)) return 'lost';
  if (row.role === dutyClock && duty === null) return null;
  if (entry) {
    const text = `${place}: given out, and ${nameOf(entry)} knows nothing of it`;
    findings.add({ kind: 'NOT_RECEIVED', ...placeOf(entry), ...about, text });
  } else {
    findings.add({
      kind: 'UNKNOWN_TO_HUB',
      ...about,
      text: `${place}: the hub's log does not have the operation`,
    });
  }
  return null;
}

function nameOf({ leaf_index }: HubRow): string {
  return leaf_index === null ? 'the duty clock’s record' : `the hub's entry ${leaf_index}`;
}

function placeOf({ leaf_index }: HubRow): { readonly leafIndex?: number } {
  return leaf_index === null ? {} : { leafIndex: Number(leaf_index) };
}

/** What has been erased on either side is not compared. */
function differs(entry: HubRow, row: DisclosureRow): boolean {
  const bothNamed = entry.principal_id !== null && row.principal_id !== null;
  if (bothNamed && entry.principal_id !== row.principal_id) return true;
  return entry.role !== row.role || entry.purpose !== row.purpose;
}

function hashOf(row: DisclosureRow, salt: Buffer): Buffer {
  const { operation_id, assertion_hash, principal_id, role, purpose, case_reference } = row;
  const { asked, children, fields, at } = row;
  const who = { principalId: principal_id ?? '', role, purpose, caseReference: case_reference };
  const given = {
    operationId: operation_id,
    assertionHash: assertion_hash,
    ...who,
    asked,
    children,
    fields,
    at,
  };
  return hashDisclosure(given, salt);
}

/** @returns how many a restoration explains */
function findMissing(
  {
    id,
    entries,
    disclosures,
  }: {
    id: string;
    entries: readonly HubRow[];
    disclosures: ReadonlyMap<AgencySubgraph, readonly DisclosureRow[]>;
  },
  { findings, agencies, restorations = [] }: ReconcileOptions,
): number {
  let lost = 0;
  for (const entry of entries) {
    for (const receipt of entry.receipts) {
      const agency = receipt.split(':')[0] as AgencySubgraph;
      if (!agencies.has(agency) || receipt === silenceOf(agency)) continue;
      if (disclosures.get(agency)?.some(({ hash }) => toReceipt(agency, hash) === receipt)) continue;
      if (coveringRestoration(restorations, entry.at)) {
        lost += 1;
        continue;
      }
      const text = `operation ${id}: ${nameOf(entry)} notes an answer of ${agency} that the agency's log does not have`;
      findings.add({ kind: 'NOT_IN_AGENCY_LOG', ...placeOf(entry), agency, operationId: id, text });
    }
  }
  return lost;
}
