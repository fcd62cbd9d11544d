import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { loadingSetting } from '../importing/trackImports';

/** One table's part of a load: the columns in order, and per record the rows to write. */
export interface TableLoad<Record> {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: (record: Record) => readonly (readonly unknown[])[];
}

export interface BulkLoadOptions {
  /** Records written per COPY of each table. @default 5000 */
  readonly batch?: number;
  /** Told the number of records written so far, within the one transaction. */
  readonly onProgress?: (records: number) => void;
  readonly signal?: AbortSignal;
  /** Written after the tables, of records that have an id. @default none */
  readonly besides?: readonly TableLoad<{ readonly id: string }>[];
  /** The transaction's last part, once all records are written; an exception undoes everything. @default nothing */
  readonly finish?: (client: Client) => Promise<void>;
}

/**
 * Writes records into their tables by COPY, all or nothing: an error or an abort leaves the database as it was.
 * Tables are given parents first. Memory is bounded by the batch.
 * @returns the number of records written
 */
export async function bulkLoad<Record>(
  url: string,
  tables: readonly TableLoad<Record>[],
  records: Iterable<Record> | AsyncIterable<Record>,
  options: BulkLoadOptions = {},
): Promise<number> {
  const client = new Client({ connectionString: url });
  // A server that goes away fails the statement under way; unheard, the event would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  const all = [...tables, ...((options.besides ?? []) as readonly unknown[] as TableLoad<Record>[])];
  let written = 0;
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL ${loadingSetting} = 'on'`);
    for await (const batch of inBatches(records, options.batch ?? 5_000)) {
      options.signal?.throwIfAborted();
      for (const table of all) {
        const rows = batch.flatMap((record) => table.rows(record));
        if (rows.length === 0) continue;
        const columns = table.columns.map((column) => `"${column}"`).join(', ');
        const sink = client.query(copyFrom(`COPY ${table.table} (${columns}) FROM STDIN`));
        await pipeline(Readable.from([rows.map(toCopyLine).join('')]), sink);
      }
      written += batch.length;
      options.onProgress?.(written);
    }
    await options.finish?.(client);
    await client.query('COMMIT');
    return written;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function* inBatches<T>(source: Iterable<T> | AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of source) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** COPY's text format: tab between columns, `\N` for null, arrays as `{...}`, objects as JSON. */
function toCopyLine(row: readonly unknown[]): string {
  return `${row.map(toCopyText).join('\t')}\n`;
}

function toCopyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  return toText(value)
    .replace(/\\/g, '\\\\')
    .replace(/\t/g, '\\t')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
}

function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(toArrayElement).join(',')}}`;
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function toArrayElement(value: unknown): string {
  return value === null ? 'NULL' : `"${String(value).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}
