import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { statementName } from './statementName';
import type { SubgraphDatabase } from './subgraphDatabase';
import { withClient } from './withClient';

/** Runs one statement as the owner of the tables, planned once on each connection; gives its rows. */
export async function queryPrepared<T>(
  database: DataSource,
  sql: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  return withClient(database, (client) => runPrepared<T>(client, sql, parameters));
}

/** The same for a statement that only reads and takes no time to speak of: it shares its connection with others. */
export async function readPrepared<T>(
  { reads }: SubgraphDatabase,
  sql: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  return reads.use((client) => runPrepared<T>(client, sql, parameters));
}

async function runPrepared<T>(client: PoolClient, sql: string, parameters: readonly unknown[]): Promise<T[]> {
  const { rows } = await client.query({ name: statementName(sql), text: sql, values: [...parameters] });
  return rows as T[];
}
