import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { beginSnapshot } from '../../audit/verify/readRows';
import { copyDatabase } from './copyDatabase';
import { manifestFile, type DatabaseCopy, type Manifest } from './manifest';

/**
 * The order in which the snapshots are taken, milliseconds apart: what the hub has noted the agencies noted before;
 * what an outbox counts as published is in the log of events; no cursor of a webhook leads beyond that log.
 */
export const snapshotOrder = [
  'audit',
  'identification',
  'migration',
  'municipality',
  'police',
  'guardianship',
  'events',
] as const;
export type StoredDatabase = (typeof snapshotOrder)[number];

export interface BackupOptions {
  /** Made by this; must not be there yet. */
  readonly folder: string;
  readonly databases: ReadonlyMap<StoredDatabase, Client>;
  /** PEM of the hub's key, when it is kept in the data folder and nowhere else. */
  readonly hubKey: string | null;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/** Copies the databases as of one moment. An interruption leaves no folder. */
export async function takeBackup({
  folder,
  databases,
  hubKey,
  ...options
}: BackupOptions): Promise<Manifest> {
  if (existsSync(folder)) throw new Error(`${folder} is there already. A backup goes into a new folder.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    const takenAt = new Date();
    const wanted = snapshotOrder.filter((name) => databases.has(name));
    for (const name of wanted) await beginSnapshot(databases.get(name)!);
    const takenUntil = new Date();
    const copies: DatabaseCopy[] = [];
    for (const name of wanted) {
      const client = databases.get(name)!;
      copies.push(await copyDatabase(name, client, { folder: unfinished, ...options }));
      await client.query('COMMIT');
    }
    const manifest: Manifest = {
      format: 1,
      takenAt: takenAt.toISOString(),
      takenUntil: takenUntil.toISOString(),
      databases: copies,
      auditSize: rowsOf(copies, 'audit.entry'),
    };
    if (hubKey !== null) writeFileSync(join(unfinished, 'hub-key.pem'), hubKey, { mode: 0o600 });
    writeFileSync(join(unfinished, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(unfinished, folder);
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function rowsOf(copies: readonly DatabaseCopy[], table: string): number | null {
  return copies.flatMap(({ tables }) => tables).find((each) => each.table === table)?.rows ?? null;
}
