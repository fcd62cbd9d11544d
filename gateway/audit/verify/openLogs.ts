import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { agencySubgraphs, type AgencySubgraph, type SubgraphName } from '../../../schema/protocol/vocabulary';
import type { Environment } from '../../config/environment';

export interface OpenLogs {
  readonly hub: Client;
  /** The hub's own database, with the record of its duty clock; null when it is not reachable. */
  readonly duty: Client | null;
  readonly agencies: ReadonlyMap<AgencySubgraph, Client>;
  /** Subgraphs whose logs cannot be reached from here; they are not reconciled. */
  readonly absent: readonly SubgraphName[];
  /** Nothing can be under way: the databases run for the verification alone. */
  readonly hubIsStopped: boolean;
  close(): Promise<void>;
}

/** An embedded cluster, with access to each of its databases. */
export interface Cluster {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/**
 * The hub's log and the agencies' own by `DATABASE_URL_<NAME>`; those without an address are in the embedded clusters
 * of `DATA_DIR`, started for as long as needed while the hub is stopped.
 *
 * @param startCluster starts the cluster of a data folder
 * @throws when the hub's log is in neither place
 */
export async function openLogs(
  env: Environment,
  startCluster: (dataDir: string) => Promise<Cluster>,
): Promise<OpenLogs> {
  const dataDir = env['DATA_DIR'] || '.data';
  const clusters = createClusters(startCluster);
  const clients: Client[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(clients.map((client) => client.end()));
    await clusters.stop();
  };
  const open = async (name: string): Promise<Client | null> => {
    const url =
      env[`DATABASE_URL_${name.toUpperCase()}`] ||
      (await clusters.find(name, [dataDir, join(dataDir, name)]));
    const client = url ? await connect(url) : null;
    if (client) clients.push(client);
    return client;
  };
  try {
    const hub = await open('audit');
    if (!hub) throw new Error(nowhere(dataDir));
    const agencies = new Map<AgencySubgraph, Client>();
    for (const agency of agencySubgraphs) {
      const client = await open(agency);
      if (client && (await hasTable(client, 'disclosure'))) agencies.set(agency, client);
    }
    const own = await open('identification');
    const duty = own && (await hasTable(own, 'duty_call')) ? own : null;
    const absent: SubgraphName[] = agencySubgraphs.filter((agency) => !agencies.has(agency));
    if (!duty) absent.push('identification');
    return {
      hub,
      duty,
      agencies,
      absent,
      hubIsStopped: clusters.startedAll && !env['DATABASE_URL_AUDIT'],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function nowhere(dataDir: string): string {
  return (
    `There is no audit log in ${dataDir}, and DATABASE_URL_AUDIT is not set. ` +
    'Give the hub’s DATA_DIR, or the address of the audit database.'
  );
}

function createClusters(startCluster: (dataDir: string) => Promise<Cluster>) {
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

/** A subgraph that has never started has no log yet. */
async function hasTable(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    table,
  ]);
  return rows[0]?.there === true;
}

function inDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, application_name: 'skyddsnat-audit-verify' });
  // The statement under way fails, which is enough; unheard, the event would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
