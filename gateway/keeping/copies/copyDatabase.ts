import { createHash, type Hash } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { describeTables, readMigrations } from './describeTables';
import type { DatabaseCopy, TableCopy } from './manifest';

export interface CopyOptions {
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/** Writes all rows of a database into files, as its connection's snapshot shows them; memory stays small. */
export async function copyDatabase(
  name: string,
  client: Client,
  { folder, signal, onProgress }: CopyOptions,
): Promise<DatabaseCopy> {
  mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  const tables: TableCopy[] = [];
  for (const { table, columns } of await describeTables(client)) {
    signal.throwIfAborted();
    onProgress(`${name} ${table}`);
    const file = `${name}/${table}.copy.gz`;
    const hash = createHash('sha256');
    const source = client.query(copyTo(`COPY (SELECT ${columns.join(', ')} FROM ${table}) TO STDOUT`));
    await pipeline(
      source,
      createGzip(),
      hashing(hash),
      createWriteStream(join(folder, file), { mode: 0o600 }),
      {
        signal,
      },
    );
    tables.push({ table, columns, file, rows: source.rowCount, sha256: hash.digest('hex') });
  }
  return {
    name,
    migrations: await readMigrations(client),
    tables,
    sequences: await readSequences(client),
    ...(name === 'events' && { months: await readMonths(client) }),
  };
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

async function readMonths(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ month: Date }>(
    `SELECT DISTINCT date_trunc('month', recorded_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS month
     FROM events.event ORDER BY 1`,
  );
  return rows.map(({ month }) => month.toISOString());
}

async function readSequences(client: Client): Promise<DatabaseCopy['sequences']> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname IN ('public', 'audit', 'events') AND last_value IS NOT NULL ORDER BY 1`,
  );
  return rows;
}
