import { Client } from 'pg';

/**
 * Waits until nobody but itself is connected to the server, at most ten seconds. A pool says that it has ended before
 * its connections have; a server stopped in between would end them with an error that nobody is left to catch.
 */
export async function untilDisconnected(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (let waited = 0; waited < 10_000 && (await hasOthers(client)); waited += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await client.end();
  }
}

async function hasOthers(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
  );
  return rowCount !== 0;
}
