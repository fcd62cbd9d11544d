import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One table's rows as they were at the backup's moment: a gzipped file in COPY's text format. */
export interface TableCopy {
  /** With its schema. */
  readonly table: string;
  readonly columns: readonly string[];
  readonly file: string;
  readonly rows: number;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
}

export interface DatabaseCopy {
  readonly name: string;
  /** Names of the steps by which its schema was made, sorted. */
  readonly migrations: readonly string[];
  /** Parents first. */
  readonly tables: readonly TableCopy[];
  /** Of the log of events: the first day of each of its months, RFC 3339. */
  readonly months?: readonly string[];
  readonly sequences: readonly { readonly name: string; readonly value: string }[];
}

/** What a backup holds. */
export interface Manifest {
  readonly format: 1;
  /** When the first snapshot was taken, and the last: what happened between may stand in one database alone. */
  readonly takenAt: string;
  readonly takenUntil: string;
  readonly databases: readonly DatabaseCopy[];
  /** Entries in the log of questions; null: it is not in the backup. */
  readonly auditSize: number | null;
}

export const manifestFile = 'backup.json';

/** @throws when there is no whole backup */
export function readManifest(folder: string): Manifest {
  const file = join(folder, manifestFile);
  if (!existsSync(file)) throw new Error(`${folder} is no backup: it has no ${manifestFile}.`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.format !== 1)
    throw new Error(`${folder} is a backup of a format that this version does not read.`);
  return manifest;
}
