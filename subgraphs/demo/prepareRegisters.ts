import { agencySubgraphs, type AgencySubgraph } from '../../schema/protocol/vocabulary';
import { guardianship } from '../guardianship/subgraph';
import { migration } from '../migration/subgraph';
import { municipality } from '../municipality/subgraph';
import { police } from '../police/subgraph';
import { connectDatabase } from '../shared/database/connect';
import { migrationsOf } from '../shared/server/migrationsOf';

const definitions = { migration, municipality, police, guardianship };

/**
 * Makes the agencies' tables where they are missing, as a start of their subgraphs would.
 * @throws DatabaseUnreachable
 */
export async function prepareRegisters(urls: Readonly<Record<AgencySubgraph, string>>): Promise<void> {
  for (const agency of agencySubgraphs) await prepareRegister(agency, urls[agency]);
}

/** One agency's. @throws DatabaseUnreachable */
export async function prepareRegister(agency: AgencySubgraph, url: string): Promise<void> {
  const { entities } = definitions[agency];
  const migrations = migrationsOf(definitions[agency]);
  const database = await connectDatabase(agency, { url, entities, migrations, poolSize: 1 });
  await database.destroy();
}
