import { generateKeyPairSync } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createSigner } from '../../schema/protocol/signing';
import type { SubgraphTransport } from '../../schema/protocol/transport';
import { agencySubgraphs, type AgencySubgraph } from '../../schema/protocol/vocabulary';
import type { DemoChild } from '../../subgraphs/demo/demoChild';
import { loadWorld } from '../../subgraphs/demo/loadWorld';
import { prepareRegisters } from '../../subgraphs/demo/prepareRegisters';
import type { ClockParts } from '../../subgraphs/identification/clock/clockParts';
import { identification } from '../../subgraphs/identification/subgraph';
import { connectDatabase } from '../../subgraphs/shared/database/connect';
import { AddPublishing1767484800002 } from '../../subgraphs/shared/outbox/addPublishing';
import { CreateOutbox1767484800000 } from '../../subgraphs/shared/outbox/createOutboxTable';
import { closeSubgraphs, startSubgraphs } from '../../subgraphs/startSubgraphs';
import { createTestDatabase, type TestDatabase } from './database';

type Name = AgencySubgraph | 'identification';

/** The four agencies with children in their registers, and the hub's own database, under a clock that the test moves. */
export interface ClockHub {
  readonly databases: Readonly<Record<Name, TestDatabase>>;
  /** What a process that runs the duty clock works with; each call is another process. */
  newProcess(): Promise<ClockParts>;
  now(): Date;
  /** Moves the clock to a moment. */
  at(moment: string): void;
  sql<T>(name: Name, statement: string, parameters?: unknown[]): Promise<T[]>;
  /** Something happened in a child's case at an agency. */
  happened(agency: AgencySubgraph, child: string): Promise<void>;
  /** What was raised so far, as `TYPE child`, in order. */
  raised(): Promise<string[]>;
  silence(agency: AgencySubgraph | null): void;
  /** A question to an agency as it stands. */
  ask(agency: AgencySubgraph, request: Parameters<SubgraphTransport>[0]): ReturnType<SubgraphTransport>;
  readonly sign: (kind: string, payload: unknown) => string;
  close(): Promise<void>;
}

export async function createClockHub(children: readonly DemoChild[], start: Date): Promise<ClockHub> {
  const names: readonly Name[] = [...agencySubgraphs, 'identification'];
  const made = await Promise.all(names.map(async (name) => [name, await createTestDatabase(name)] as const));
  const databases = Object.fromEntries(made) as Record<Name, TestDatabase>;
  const urls = Object.fromEntries(made.map(([name, { url }]) => [name, url])) as Record<Name, string>;
  await prepareRegisters(urls);
  await loadWorld(urls, children);
  const { privateKey } = generateKeyPairSync('ed25519');
  const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  let now = start;
  let silent: AgencySubgraph | null = null;
  const agencies = await startSubgraphs({
    names: agencySubgraphs,
    databaseUrls: urls,
    signingKey,
    agencyTimeoutMs: 5_000,
    now: () => now,
    log: (line) => console.error(line),
  });
  const sign = createSigner(signingKey);
  const opened: DataSource[] = [];
  const connect = async (): Promise<DataSource> => {
    const database = await connectDatabase('identification', {
      url: urls.identification,
      entities: identification.entities,
      migrations: [...identification.migrations, CreateOutbox1767484800000, AddPublishing1767484800002],
    });
    opened.push(database);
    return database;
  };
  const own = await connect();
  const databaseOf = (name: Name): DataSource =>
    name === 'identification' ? own : agencies.get(name)!.database;
  const peerOf =
    (agency: AgencySubgraph): SubgraphTransport =>
    (request) =>
      silent === agency ? Promise.reject(new Error('down')) : agencies.get(agency)!.answer(request);
  const peers = Object.fromEntries(agencySubgraphs.map((agency) => [agency, peerOf(agency)]));
  return {
    databases,
    newProcess: async () => ({ database: await connect(), peers, sign, now: () => now }),
    now: () => now,
    at: (moment) => {
      now = new Date(moment);
    },
    sql: (name, statement, parameters) => databaseOf(name).query(statement, parameters),
    happened: async (agency, child) => {
      await databaseOf(agency).query(
        `INSERT INTO outbox (type, child, occurred_at, recorded_at) VALUES ('ASSIGNED', $1, $2, $2)`,
        [child, now],
      );
    },
    raised: async () => {
      const rows = await own.query<{ type: string; child: string }[]>(
        'SELECT type, child FROM outbox ORDER BY position',
      );
      return rows.map(({ type, child }) => `${type} ${child}`);
    },
    silence: (agency) => {
      silent = agency;
    },
    ask: (agency, request) => agencies.get(agency)!.answer(request),
    sign,
    close: async () => {
      await Promise.all(opened.map((database) => database.destroy()));
      await closeSubgraphs(agencies);
      await Promise.all(made.map(([, database]) => database.drop()));
    },
  };
}
