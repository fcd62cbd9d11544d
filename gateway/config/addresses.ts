import { addressVariable } from '../../schema/protocol/addressVariable';
import { subgraphNames, type SubgraphName } from '../../schema/protocol/vocabulary';
import type { EnvironmentReader } from './environment';

export interface SubgraphAddresses {
  /** Databases of subgraphs that run in this process; absent: embedded. `DATABASE_URL_<SUBGRAPH>` */
  readonly databaseUrls: Readonly<Partial<Record<SubgraphName, string>>>;
  /** The audit log's own database; null: embedded. `DATABASE_URL_AUDIT` */
  readonly auditDatabaseUrl: string | null;
  /** The event log's own database, without NATS; null: embedded. `DATABASE_URL_EVENTS` */
  readonly eventsDatabaseUrl: string | null;
  /** Subgraphs that run elsewhere; absent: in this process. `SUBGRAPH_URL_<SUBGRAPH>` */
  readonly subgraphUrls: Readonly<Partial<Record<SubgraphName, string>>>;
}

const postgres = ['postgres:', 'postgresql:'];
const http = ['https:', 'http:'];

export function readAddresses(read: EnvironmentReader): SubgraphAddresses {
  refuseUnknown(read, 'DATABASE_URL_', [...subgraphNames, 'audit', 'events']);
  refuseUnknown(read, 'SUBGRAPH_URL_', subgraphNames);
  return {
    databaseUrls: perSubgraph((name) => read.url(addressVariable(name), postgres)),
    auditDatabaseUrl: read.url('DATABASE_URL_AUDIT', postgres),
    eventsDatabaseUrl: read.url('DATABASE_URL_EVENTS', postgres),
    subgraphUrls: perSubgraph((name) => read.url(`SUBGRAPH_URL_${name.toUpperCase()}`, http)),
  };
}

function perSubgraph(find: (name: SubgraphName) => string | null): Partial<Record<SubgraphName, string>> {
  return Object.fromEntries(
    subgraphNames.flatMap((name) => {
      const address = find(name);
      return address === null ? [] : [[name, address]];
    }),
  );
}

/** A misspelt name would silently start an embedded register beside the real one. */
function refuseUnknown(read: EnvironmentReader, prefix: string, names: readonly string[]): void {
  const known = new Set(names.map((name) => prefix + name.toUpperCase()));
  for (const name of Object.keys(read.env)) {
    if (name.startsWith(prefix) && !known.has(name)) {
      read.problem(`${name} names no part of the hub: the names are ${[...known].join(', ')}.`);
    }
  }
}
