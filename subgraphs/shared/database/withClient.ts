import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** A connection of the subgraph's pool, for as long as it is used. */
export async function withClient<T>(
  database: DataSource,
  use: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const driver = database.driver as unknown as ConnectionPool;
  const [client, release] = await driver.obtainMasterConnection();
  // While it is out of the pool nobody else listens, and a connection that breaks unheard ends the process.
  client.on('error', brokenIsTold);
  try {
    return await use(client);
  } finally {
    client.off('error', brokenIsTold);
    release();
  }
}

/** The statement under way fails of it, and the pool drops the connection. */
function brokenIsTold(): void {}

interface ConnectionPool {
  obtainMasterConnection(): Promise<[client: PoolClient, release: () => void]>;
}
