import type { Client } from 'pg';

const rowsPerFetch = 2_000;
let cursors = 0;

/**
 * Rows one at a time, in constant memory. Several may be read by turns on one connection, inside the transaction that
 * shows them all the same state.
 */
export async function* readRows<Row>(client: Client, sql: string): AsyncGenerator<Row> {
  const cursor = `rows_${(cursors += 1)}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const { rows } = await client.query(`FETCH ${rowsPerFetch} FROM ${cursor}`);
    yield* rows as Row[];
    if (rows.length < rowsPerFetch) break;
  }
  await client.query(`CLOSE ${cursor}`);
}

/** Holds the database still for the reader: what is written meanwhile is not seen. */
export async function beginSnapshot(client: Client): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query('SELECT 1');
}
