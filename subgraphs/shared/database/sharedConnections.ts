import { Pool, type PoolClient } from 'pg';
import { keptOpen } from './keptOpen';

/**
 * Connections that several statements use at a time. They are sent one behind the other without waiting for the answer
 * of the one before, each is a transaction of its own, and none can write. While its answers keep coming there is one
 * connection: a server process that does the work of several has what each statement needs at hand, and takes three
 * quarters of their time for it.
 */
export interface SharedConnections {
  /** Gives a connection for one statement; it must not set anything that outlives its transaction. */
  use<T>(ask: (client: PoolClient) => Promise<T>): Promise<T>;
  /** Waits for the statements under way. */
  close(): Promise<void>;
}

interface Held {
  readonly client: Promise<PoolClient>;
  statements: number;
  /** When the last of them was answered, as `performance.now()`. */
  heardAt: number;
  failed: boolean;
}

const most = 4;
/** How long a connection may leave its statements unanswered before others go by another, in milliseconds. */
const patience = 20;

/*
 * Rows are read by their keys. Left to choose, the server plans for the very keys each time, and longer than it reads;
 * and a search by many keys looks to it like one that hits most of a small register, where the index takes a
 * three-hundredth of the time.
 */
const settings = `SET default_transaction_read_only = on; SET plan_cache_mode = force_generic_plan;
  SET enable_seqscan = off`;

export function createSharedConnections(url: string, applicationName: string): SharedConnections {
  const pool = new Pool({
    connectionString: url,
    max: most,
    ...keptOpen(most),
    pipeline: true,
    application_name: applicationName,
    onConnect: (client) => client.query(settings) as never,
  });
  // The statements under way fail of a connection that breaks; unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const held = new Set<Held>();
  const take = (): Held => {
    const now = performance.now();
    const inUse = [...held];
    const answering = inUse.find(({ heardAt }) => now - heardAt < patience);
    if (answering) return answering;
    if (inUse.length >= most) return inUse.reduce((a, b) => (b.statements < a.statements ? b : a));
    const taken = { client: pool.connect(), statements: 0, heardAt: now, failed: false };
    held.add(taken);
    return taken;
  };
  const leave = async (connection: Held): Promise<void> => {
    held.delete(connection);
    // After an error it is not certain what the server has prepared.
    await connection.client.then(
      (client) => client.release(connection.failed),
      () => undefined,
    );
  };
  return {
    use: async (ask) => {
      const connection = take();
      connection.statements += 1;
      try {
        return await ask(await connection.client);
      } catch (error) {
        connection.failed = true;
        held.delete(connection);
        throw error;
      } finally {
        connection.statements -= 1;
        connection.heardAt = performance.now();
        if (connection.statements === 0) await leave(connection);
      }
    },
    close: () => pool.end(),
  };
}
