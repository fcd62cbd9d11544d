import { createPublicKey, type KeyObject } from 'node:crypto';
import { Client } from 'pg';
import type { Finding } from '../../../gateway/audit/verify/finding';
import { verifyLogs, type Verification } from '../../../gateway/audit/verify/verifyLogs';
import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { TestHub } from '../../harness/hub';

export type LogName = AgencySubgraph | 'audit' | 'identification';

export interface HubLogs {
  query(log: LogName, sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Nothing is under way when a test asks. */
  verify(external?: string): Promise<Verification>;
  /** What is found once the rows are gone; they are put back afterwards. */
  without(log: LogName, where: string): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** The logs of a hub, as the owner of their databases sees them. */
export function openHubLogs({ databases, signingKey }: TestHub): Promise<HubLogs> {
  return openLogs(databases, createPublicKey(signingKey));
}

export async function openLogs(databases: TestHub['databases'], key: KeyObject): Promise<HubLogs> {
  const names: readonly LogName[] = ['audit', 'identification', ...agencySubgraphs];
  const clients = new Map<LogName, Client>();
  for (const name of names) {
    const client = new Client({ connectionString: databases[name].url });
    // Tests may end the server; what is asked then fails by itself.
    client.on('error', () => undefined);
    await client.connect();
    clients.set(name, client);
  }
  const query: HubLogs['query'] = async (log, sql, values) =>
    (await clients.get(log)!.query(sql, values)).rows;
  const agencies = new Map(agencySubgraphs.map((name) => [name, clients.get(name)!]));
  const verify: HubLogs['verify'] = (external) =>
    verifyLogs(
      { hub: clients.get('audit')!, duty: clients.get('identification')!, agencies, hubIsStopped: true },
      { keys: [key], external },
    );
  return {
    query,
    verify,
    without: async (log, where) => {
      const table = log === 'audit' ? 'audit.entry' : 'disclosure';
      await query(log, `ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await query(log, `CREATE TEMP TABLE kept AS SELECT * FROM ${table} WHERE ${where}`);
      await query(log, `DELETE FROM ${table} WHERE ${where}`);
      try {
        return (await verify()).findings.all;
      } finally {
        await query(log, `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept`);
        await query(log, 'DROP TABLE kept');
        await query(log, `ALTER TABLE ${table} ENABLE TRIGGER USER`);
      }
    },
    close: async () => {
      for (const client of clients.values()) await client.end();
    },
  };
}
