import { Client } from 'pg';
import { addressVariable } from '../../../schema/protocol/addressVariable';
import { agencySubgraphs, type AgencySubgraph, type SubgraphName } from '../../../schema/protocol/vocabulary';
import type { Environment } from '../../config/environment';
import { createDatabaseFinder, type StartCluster } from '../../databases/findDatabase';

export interface OpenLogs {
  readonly hub: Client;
  /** The hub's own database, with the record of its duty clock; null when it is not reachable. */
  readonly duty: Client | null;
  readonly agencies: ReadonlyMap<AgencySubgraph, Client>;
  /** Subgraphs whose logs cannot be reached from here; they are not reconciled. */
  readonly absent: readonly SubgraphName[];
  /** Subgraphs whose logs were found in the data folder although the hub's has an address: perhaps another hub's. */
  readonly elsewhere: readonly SubgraphName[];
  readonly dataDir: string;
  /** Nothing can be under way: the databases run for the verification alone. */
  readonly hubIsStopped: boolean;
  close(): Promise<void>;
}

/**
 * The hub's log and the agencies' own by `DATABASE_URL_<NAME>`; those without an address are in the embedded clusters
 * of `DATA_DIR`, started for as long as needed while the hub is stopped.
 *
 * @param startCluster starts the cluster of a data folder
 * @throws when the hub's log is in neither place
 */
export async function openLogs(env: Environment, startCluster: StartCluster): Promise<OpenLogs> {
  const databases = createDatabaseFinder(env, startCluster);
  const clients: Client[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(clients.map((client) => client.end()));
    await databases.stop();
  };
  const open = async (name: string): Promise<Client | null> => {
    const url = await databases.find(name);
    const client = url ? await connect(url) : null;
    if (client) clients.push(client);
    return client;
  };
  try {
    const hub = await open('audit');
    if (!hub) throw new Error(nowhere(databases.dataDir));
    const agencies = new Map<AgencySubgraph, Client>();
    for (const agency of agencySubgraphs) {
      const client = await open(agency);
      if (client && (await hasTable(client, 'disclosure'))) agencies.set(agency, client);
    }
    const own = await open('identification');
    const duty = own && (await hasTable(own, 'duty_call')) ? own : null;
    const absent: SubgraphName[] = agencySubgraphs.filter((agency) => !agencies.has(agency));
    if (!duty) absent.push('identification');
    const found: SubgraphName[] = [...agencies.keys(), ...(duty ? (['identification'] as const) : [])];
    return {
      hub,
      duty,
      agencies,
      absent,
      elsewhere: hasAddress(env, 'audit') ? found.filter((name) => !hasAddress(env, name)) : [],
      dataDir: databases.dataDir,
      hubIsStopped: databases.startedAll && !hasAddress(env, 'audit'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function hasAddress(env: Environment, name: string): boolean {
  return Boolean(env[addressVariable(name)]);
}

function nowhere(dataDir: string): string {
  return (
    `There is no audit log in ${dataDir}, and DATABASE_URL_AUDIT is not set. ` +
    'Give the hub’s DATA_DIR, or the address of the audit database.'
  );
}

/** A subgraph that has never started has no log yet. */
async function hasTable(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    table,
  ]);
  return rows[0]?.there === true;
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, application_name: 'skyddsnat-audit-verify' });
  // The statement under way fails, which is enough; unheard, the event would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
