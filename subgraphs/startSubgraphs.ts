import { addressVariable } from '../schema/protocol/addressVariable';
import { createSigner, createVerifier, toPublicKey } from '../schema/protocol/signing';
import { agencySubgraphs, type SubgraphName } from '../schema/protocol/vocabulary';
import type { SubgraphTransport } from '../schema/protocol/transport';
import { definitions } from './definitions';
import type { EventLogAddress } from './shared/outbox/eventPublisher';
import { createSubgraph, type RunningSubgraph } from './shared/server/createSubgraph';
import type { Peers } from './shared/server/peers';
import type { Settings } from './shared/server/resources';
import { withTimeout } from '../schema/protocol/transports/withTimeout';

export interface StartOptions {
  /** The subgraphs to start in this process. */
  readonly names: readonly SubgraphName[];
  /** A database for each of them. */
  readonly databaseUrls: Readonly<Partial<Record<SubgraphName, string>>>;
  /** PEM of the hub's private key: needed by the hub's own graph, enough for all. */
  readonly signingKey?: string;
  /** PEM of the hub's public key, for an agency's subgraph that runs on its own. @default the signing key's */
  readonly verifyKey?: string;
  /** Ways to agencies that run elsewhere, for the hub's own graph. */
  readonly peers?: Peers;
  /** How long the hub's own graph waits for an agency, in milliseconds. */
  readonly agencyTimeoutMs: number;
  /** Settings of the hub's own graph; see `openHubResources`. @default none */
  readonly hubSettings?: Settings;
  /** Where each publishes its events. @default they stay in its outbox */
  readonly events?: (name: SubgraphName) => EventLogAddress;
  /** Whether the agencies' records are erased when their time is over. @default false */
  readonly eraseExpired?: boolean;
  readonly now?: () => Date;
  readonly onStatement?: (subgraph: SubgraphName, sql: string) => void;
  readonly log?: (line: string) => void;
}

export type RunningSubgraphs = ReadonlyMap<SubgraphName, RunningSubgraph>;

/**
 * Starts subgraphs in this process.
 * @throws DatabaseUnreachable naming the database; those that had started are closed again
 */
export async function startSubgraphs(options: StartOptions): Promise<RunningSubgraphs> {
  const verifyKey = options.verifyKey ?? (options.signingKey && toPublicKey(options.signingKey));
  if (!verifyKey)
    throw new Error('a subgraph needs the hub’s key: GATEWAY_SIGNING_KEY or GATEWAY_VERIFY_KEY');
  const verify = createVerifier(verifyKey);
  const running = new Map<SubgraphName, RunningSubgraph>();
  const peers = connectPeers(options, running);
  const start = async (name: SubgraphName): Promise<void> => {
    const { onStatement, now, log, signingKey, hubSettings, events, eraseExpired } = options;
    const isHub = name === 'identification';
    const subgraph = await createSubgraph(definitions[name], {
      database: { url: urlOf(options, name), ...(log && { log }) },
      verify,
      ...(isHub && { peers }),
      ...(isHub && hubSettings && { settings: hubSettings }),
      ...(isHub && signingKey && { sign: createSigner(signingKey) }),
      ...(events && { events: events(name) }),
      ...(eraseExpired !== undefined && { eraseExpired }),
      ...(now && { now }),
      ...(onStatement && { onStatement: (sql: string) => onStatement(name, sql) }),
      ...(log && { log }),
    });
    running.set(name, subgraph);
  };
  const started = await Promise.allSettled(options.names.map(start));
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await closeSubgraphs(running);
    throw failed.reason;
  }
  return running;
}

/** The hub's own graph first: its clock and its answers ask the agencies, to the last. */
export async function closeSubgraphs(subgraphs: RunningSubgraphs): Promise<void> {
  const { identification, ...agencies } = Object.fromEntries(subgraphs);
  await identification?.close();
  await Promise.all(Object.values(agencies).map((agency) => agency.close()));
}

/** An agency in this process is asked by a function call, one elsewhere through its transport; both within the limit. */
function connectPeers(options: StartOptions, running: RunningSubgraphs): Peers {
  return Object.fromEntries(
    agencySubgraphs.map((agency) => {
      const local: SubgraphTransport = (request) => {
        const subgraph = running.get(agency);
        if (!subgraph) throw new Error(`${agency} has not started`);
        return subgraph.answer(request);
      };
      return [agency, withTimeout(agency, options.peers?.[agency] ?? local, options.agencyTimeoutMs)];
    }),
  );
}

function urlOf({ databaseUrls }: StartOptions, name: SubgraphName): string {
  const url = databaseUrls[name];
  if (!url) throw new Error(`${addressVariable(name)} is not set`);
  return url;
}
