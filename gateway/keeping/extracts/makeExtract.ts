import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenPlaces, Place } from '../places';
import type { Receiver } from './extract';
import { noteExtract } from './noteExtract';
import { readExtract } from './readExtract';
import { toHtml } from './toHtml';

export interface ExtractOrder {
  readonly agency: Place;
  /** The child's opaque reference. */
  readonly child: string;
  readonly receiver: Receiver;
  /** Made when it is missing. */
  readonly folder: string;
  readonly by: string;
  readonly reason: string;
  readonly now: Date;
  /** PEM of the hub's key, which signs the log of questions. */
  readonly hubKey: () => string;
}

/**
 * Writes an extract as `extract.json` and `extract.html`, once it is noted in the log of the agency, or of the hub.
 * @returns false when the agency holds nothing about the child
 * @throws when the guardian may not be told, or nobody can say so: then nothing is written
 */
export async function makeExtract(databases: OpenPlaces, order: ExtractOrder): Promise<boolean> {
  const { agency, child, receiver, folder, now } = order;
  await assertMayBeTold(databases, child, receiver);
  const extract = await readExtract(databases, agency, child, receiver, now);
  if (!extract) return false;
  await noteExtract(databases, extract, order);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'extract.json'), `${JSON.stringify(extract, null, 2)}\n`, { mode: 0o600 });
  writeFileSync(join(folder, 'extract.html'), toHtml(extract), { mode: 0o600 });
  return true;
}

/** Secrecy against whoever has custody (OSL 12:3) is the board's to keep: unless it says that there is none, there may be. */
async function assertMayBeTold(databases: OpenPlaces, child: string, receiver: Receiver): Promise<void> {
  if (receiver !== 'guardian') return;
  const board = await databases.open('guardianship');
  if (!board)
    throw new Error(
      'The board’s database is not reachable from here: nobody can say that the guardian may be told.',
    );
  const [kept] = await board.query<{ secret: boolean }>(
    'SELECT secret_from_guardian AS secret FROM child WHERE id = $1',
    [child],
  );
  if (kept?.secret === false) return;
  throw new Error(
    kept
      ? 'The child’s circumstances are kept from the guardian (OSL 12:3). Nothing was written.'
      : 'The board does not hold the child: nobody has a guardian’s right to this. Nothing was written.',
  );
}
