import type { KeyObject } from 'node:crypto';
import type { Client } from 'pg';
import { readRestoration, type Restoration } from '../restoration';
import type { Findings } from './finding';

/** The restorations that the log declares; one that the hub's key did not sign is a finding and explains nothing. */
export async function readRestorations(
  client: Client,
  keys: readonly KeyObject[],
  findings: Findings,
): Promise<Restoration[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('audit.restoration') IS NOT NULL AS there`,
  );
  if (!found[0]?.there) return [];
  const { rows } = await client.query<{ id: string; note: string }>(
    'SELECT id, note FROM audit.restoration ORDER BY id',
  );
  return rows.flatMap(({ id, note }) => {
    const restoration = readRestoration(note, keys);
    if (restoration) return restoration;
    const text = `the declared restoration ${id} is not signed by a trusted key`;
    findings.add({ kind: 'SIGNATURE', text });
    return [];
  });
}
