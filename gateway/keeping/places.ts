import { Client } from 'pg';
import { agencySubgraphs, type AgencySubgraph, type SubgraphName } from '../../schema/protocol/vocabulary';
import { definitions } from '../../subgraphs/definitions';
import type { ErasableDatabase } from '../../subgraphs/shared/retention/eraseChild';
import { toSql, type Sql } from '../../subgraphs/shared/retention/sql';
import { startEmbeddedPostgres } from '../../subgraphs/shared/database/embeddedPostgres';
import type { Environment } from '../config/environment';
import { createDatabaseFinder } from '../databases/findDatabase';

/** Where records are kept: an agency's database, or the hub's own with its logs of questions and of events. */
export const places = [...agencySubgraphs, 'hub'] as const;
export type Place = (typeof places)[number];

/** The database of a place that holds its legal holds and its record of erasures. */
export function subgraphOf(place: Place): SubgraphName {
  return place === 'hub' ? 'identification' : place;
}

export function erasableAt(place: Place): ErasableDatabase {
  const { retention: rules, traces = { rows: [] }, accessFacts } = definitions[subgraphOf(place)];
  return { rules, traces, isAgency: accessFacts !== undefined };
}

type DatabaseName = SubgraphName | 'audit' | 'events';

export interface OpenPlaces {
  /** Null when the database is not reachable from here. */
  open(name: DatabaseName): Promise<Sql | null>;
  connect(name: DatabaseName): Promise<Client | null>;
  /** Those whose databases are reachable. */
  reachable(wanted: readonly Place[]): Promise<{ readonly here: Place[]; readonly absent: Place[] }>;
  close(): Promise<void>;
}

/** Opens databases as their administrator: by `DATABASE_URL_<NAME>`, otherwise those of `DATA_DIR`. */
export function openPlaces(env: Environment): OpenPlaces {
  const finder = createDatabaseFinder(env, (dataDir) => startEmbeddedPostgres({ dataDir, databases: [] }));
  const opened = new Map<DatabaseName, Client | null>();
  const connectTo = async (name: DatabaseName): Promise<Client | null> => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const url = await finder.find(name);
    const client = url ? await connect(url) : null;
    opened.set(name, client);
    return client;
  };
  const open = async (name: DatabaseName): Promise<Sql | null> => {
    const client = await connectTo(name);
    return client && toSql(client);
  };
  return {
    open,
    connect: connectTo,
    reachable: async (wanted) => {
      const here: Place[] = [];
      for (const place of wanted) {
        const sql = await open(subgraphOf(place));
        if (sql && (await isPrepared(sql))) here.push(place);
      }
      return { here, absent: wanted.filter((place) => !here.includes(place)) };
    },
    close: async () => {
      for (const client of opened.values()) await client?.end();
      await finder.stop();
    },
  };
}

export function isAgency(place: Place): place is AgencySubgraph {
  return place !== 'hub';
}

/** A subgraph that has not been started since it keeps holds has nowhere to look them up. */
async function isPrepared(sql: Sql): Promise<boolean> {
  const [found] = await sql.query<{ there: boolean }>(
    `SELECT to_regclass('legal_hold') IS NOT NULL AS there`,
  );
  return found!.there;
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, application_name: 'skyddsnat-keeping' });
  // The statement under way fails, which is enough; unheard, the event would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
