import type { ClientBase } from 'pg';

interface ImportRun {
  readonly at: Date;
  readonly by: string;
  readonly file: string;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
  readonly counts: object;
}

/** Notes who imported which file and how much it changed, in the import's own transaction. Never about whom. */
export async function noteRun(
  client: ClientBase,
  { at, by, file, sha256, counts }: ImportRun,
): Promise<void> {
  await client.query(
    'INSERT INTO import_run (at, ordered_by, file, sha256, counts) VALUES ($1, $2, $3, $4, $5)',
    [at, by, file, sha256, JSON.stringify(counts)],
  );
}
