import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { addressVariable } from '../../schema/protocol/addressVariable';
import type { Environment } from '../config/environment';

/** An embedded cluster, with access to each of its databases. */
interface Cluster {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** Starts the cluster of a data folder. */
export type StartCluster = (dataDir: string) => Promise<Cluster>;

export interface DatabaseFinder {
  readonly dataDir: string;
  /** No cluster that was needed was running before. */
  readonly startedAll: boolean;
  /** The address of one of the hub's databases, as its administrator where it is embedded; null: nowhere. */
  find(name: string): Promise<string | null>;
  /** Stops the clusters that were started. */
  stop(): Promise<void>;
}

/**
 * Finds the hub's databases by `DATABASE_URL_<NAME>`; those without an address are in the embedded clusters of
 * `DATA_DIR`, which are started for as long as they are needed while the hub is stopped.
 */
export function createDatabaseFinder(env: Environment, startCluster: StartCluster): DatabaseFinder {
  const dataDir = env['DATA_DIR'] || '.data';
  const clusters = createClusters(startCluster);
  return {
    dataDir,
    get startedAll() {
      return clusters.startedAll;
    },
    find: async (name) =>
      env[addressVariable(name)] || (await clusters.find(name, [dataDir, join(dataDir, name)])),
    stop: () => clusters.stop(),
  };
}

function createClusters(startCluster: StartCluster) {
  const open = new Map<string, Cluster>();
  let startedAll = true;
  const openCluster = async (dataDir: string): Promise<Cluster> => {
    const found = open.get(dataDir);
    if (found) return found;
    const running = findRunning(dataDir);
    if (running) startedAll = false;
    const cluster = running ?? (await startCluster(dataDir));
    open.set(dataDir, cluster);
    return cluster;
  };
  return {
    get startedAll() {
      return startedAll;
    },
    /** The address of a database in the first of the folders whose cluster has it. */
    find: async (name: string, folders: readonly string[]): Promise<string | null> => {
      for (const folder of folders.filter((path) => existsSync(join(path, 'passwords.json')))) {
        const { adminUrl } = await openCluster(folder);
        if (await hasDatabase(adminUrl, name)) return inDatabase(adminUrl, name);
      }
      return null;
    },
    stop: async () => {
      for (const cluster of open.values()) await cluster.stop();
    },
  };
}

/** The cluster that a running hub holds; it is left running. */
function findRunning(dataDir: string): Cluster | null {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(join(dataDir, 'running.pid')) || !existsSync(pidFile)) return null;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  if (!isAlive(Number(pid))) return null;
  const passwords = JSON.parse(readFileSync(join(dataDir, 'passwords.json'), 'utf8')) as { postgres: string };
  return {
    adminUrl: `postgres://postgres:${passwords.postgres}@127.0.0.1:${port}/postgres`,
    stop: async () => undefined,
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function hasDatabase(adminUrl: string, name: string): Promise<boolean> {
  const client = await connect(adminUrl);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

function inDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}
