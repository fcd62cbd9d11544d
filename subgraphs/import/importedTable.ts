import type { Client } from 'pg';
import type { TableLoad } from '../shared/database/bulkLoad';
import { fingerprintOf } from './checkRecords';

/** Which children came from an import, and with what content; written in the import's own transaction. */
export const importedTable: TableLoad<{ readonly id: string }> = {
  table: 'imported',
  columns: ['id', 'fingerprint'],
  rows: (record) => [[record.id, fingerprintOf(record)]],
};

/** Makes the table where it is missing; no caller of the graph may read it. */
export async function prepareImported(register: Client): Promise<void> {
  await register.query(`CREATE TABLE IF NOT EXISTS imported (
    id text PRIMARY KEY REFERENCES child (id) ON DELETE CASCADE,
    fingerprint text NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now()
  )`);
}

/** Those of the children that the register has: the fingerprint of their import, null for those from elsewhere. */
export async function findKnown(
  register: Client,
  children: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await register.query<{ id: string; fingerprint: string | null }>(
    'SELECT c.id, i.fingerprint FROM child c LEFT JOIN imported i ON i.id = c.id WHERE c.id = ANY($1::text[])',
    [children],
  );
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
}
