import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { statementName } from './statementName';
import { withClient } from './withClient';

/** Runs one statement as the owner of the tables, planned once on each connection; gives its rows. */
export async function queryPrepared<T>(
  database: DataSource,
  sql: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  return withClient(database, async (client: PoolClient) => {
    const { rows } = await client.query({ name: statementName(sql), text: sql, values: [...parameters] });
    return rows as T[];
  });
}
