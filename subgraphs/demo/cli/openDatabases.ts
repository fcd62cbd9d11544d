import { addressVariable } from '../../../schema/protocol/addressVariable';
import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { startEmbeddedPostgres } from '../../shared/database/embeddedPostgres';
import { untilDisconnected } from './untilDisconnected';

export interface OpenDatabases {
  readonly urls: Readonly<Record<AgencySubgraph, string>>;
  close(): Promise<void>;
}

/**
 * The agencies' databases by `DATABASE_URL_<AGENCY>`; those without one are in the embedded cluster of `DATA_DIR`,
 * which is started for as long as it is needed: when one of the wanted is there.
 * @throws DataFolderInUse while the hub runs on the same folder
 */
export async function openDatabases(
  env: Readonly<Record<string, string | undefined>>,
  wanted: readonly AgencySubgraph[] = agencySubgraphs,
): Promise<OpenDatabases> {
  const given = new Map(agencySubgraphs.map((agency) => [agency, env[addressVariable(agency)]]));
  if (wanted.every((agency) => given.get(agency))) {
    return {
      urls: Object.fromEntries(given) as OpenDatabases['urls'],
      close: async () => {},
    };
  }
  const dataDir = env['DATA_DIR'] || '.data';
  const embedded = await startEmbeddedPostgres({ dataDir, databases: agencySubgraphs });
  const urls = agencySubgraphs.map((agency) => [agency, given.get(agency) || embedded.urls[agency]]);
  return {
    urls: Object.fromEntries(urls) as OpenDatabases['urls'],
    close: async () => {
      await untilDisconnected(embedded.adminUrl);
      await embedded.stop();
    },
  };
}
