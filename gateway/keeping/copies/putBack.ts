import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { loadingSetting } from '../../../subgraphs/shared/importing/trackImports';
import { describeTables, readMigrations } from './describeTables';
import type { DatabaseCopy } from './manifest';

export interface PutBackOptions {
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
  /** Runs in the same transaction, once the rows are there. */
  readonly settle: (client: Client) => Promise<void>;
}

/** What a fresh schema begins with. */
const seeded: readonly string[] = ['events.log', 'public.reading_watch'];

/**
 * Puts a database's rows into an empty one of the same schema, in one transaction: all or nothing.
 *
 * @param client as the owner of the tables
 * @throws when the database holds something, or its schema is of another version
 */
export async function putBack(client: Client, copy: DatabaseCopy, options: PutBackOptions): Promise<void> {
  const { folder, signal, onProgress, settle } = options;
  await assertSameSchema(client, copy);
  await client.query('BEGIN');
  // What is put back was noted when it was written.
  await client.query(`SET LOCAL ${loadingSetting} = 'on'`);
  try {
    await assertEmpty(client, copy.name);
    for (const table of seeded.filter((name) => copy.tables.some((each) => each.table === name)))
      await client.query(`DELETE FROM ${table}`);
    for (const { table, columns, file, rows } of copy.tables) {
      signal.throwIfAborted();
      onProgress(`${copy.name} ${table}: ${rows}`);
      if (table === 'events.event') await addMonths(client, copy);
      const sink = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
      await pipeline(createReadStream(join(folder, file)), createGunzip(), sink, { signal });
    }
    for (const { name, value } of copy.sequences) await client.query('SELECT setval($1, $2)', [name, value]);
    await settle(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function assertSameSchema(client: Client, { name, migrations }: DatabaseCopy): Promise<void> {
  const here = await readMigrations(client);
  const missing = migrations.filter((step) => !here.includes(step));
  const more = here.filter((step) => !migrations.includes(step));
  if (missing.length === 0 && more.length === 0) return;
  throw new Error(
    `The backup of ${name} is of another version (${[...missing, ...more].join(', ')}). ` +
      'Put it back with the version that made it, then start the new one.',
  );
}

async function assertEmpty(client: Client, name: string): Promise<void> {
  for (const { table } of await describeTables(client)) {
    if (seeded.includes(table)) continue;
    const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`);
    if (rowCount !== 0) {
      throw new Error(
        `The database ${name} holds something already (${table}). A backup goes into empty databases: give new ` +
          'ones, or a new DATA_DIR.',
      );
    }
  }
}

/** The log of events is parted by month; a month that has no part takes no row. */
async function addMonths(client: Client, copy: DatabaseCopy): Promise<void> {
  for (const month of copy.months ?? []) await client.query('SELECT events.add_month($1)', [month]);
}
