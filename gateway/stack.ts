import { storyChildren } from '../subgraphs/demo/stories';
import { generateWorld } from '../subgraphs/demo/generateWorld';
import { loadWorld } from '../subgraphs/demo/loadWorld';
import { keepHubKey } from '../subgraphs/hubKey';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../subgraphs/shared/database/embeddedPostgres';
import type { EventLogAddress } from '../subgraphs/shared/outbox/eventPublisher';
import { closeSubgraphs, startSubgraphs, type RunningSubgraphs } from '../subgraphs/startSubgraphs';
import {
  agencySubgraphs,
  subgraphNames,
  type AgencySubgraph,
  type SubgraphName,
} from '../schema/protocol/vocabulary';
import type { SubgraphTransport } from '../schema/protocol/transport';
import { openAuditDatabase } from './audit/openAuditDatabase';
import { prepareAuditDatabase } from './audit/prepareAuditDatabase';
import type { GatewayConfig } from './config';
import { grantReading } from './review/grantReading';
import { publisherRole, readerRole } from './updates/log/prepareEventsDatabase';
import { tendEventsDatabase } from './updates/log/tendEventsDatabase';
import { createHttpSubgraph, type HttpSubgraph } from '../schema/protocol/transports/httpSubgraph';

/** Everything behind the gateway: the subgraphs of this process and the ways to the others, and the audit database. */
export interface Stack {
  readonly transports: Readonly<Record<SubgraphName, SubgraphTransport>>;
  readonly signingKey: string;
  readonly auditUrl: string;
  /** The event log, as a role that may only read it; null: on NATS, or nowhere. */
  readonly eventsUrl: string | null;
  /** The birth date of the demo's first child, which depends on the day of loading; null outside the demo. */
  readonly exampleBirthDate: string | null;
  ready(): Promise<Record<SubgraphName, 'up' | 'down'>>;
  stop(): Promise<void>;
}

/** Children generated around the demo's stories, so that a search has somebody to be wrong about. */
const demoChildren = 400;

/**
 * Starts what the configuration does not place elsewhere: embedded PostgreSQL where a database has no address,
 * subgraphs where a subgraph has none. On a new embedded database the demo world is loaded.
 */
export async function startStack(config: GatewayConfig, say: (line: string) => void): Promise<Stack> {
  const local = subgraphNames.filter((name) => !config.subgraphUrls[name]);
  const embedded = await startDatabases(config, local);
  try {
    const databaseUrls = { ...embedded?.urls, ...config.databaseUrls } as Record<SubgraphName, string>;
    const auditUrl = config.auditDatabaseUrl ?? (embedded?.guestUrls['gateway'] as string);
    const leaveEvents = await tendEvents(config, embedded, say);
    const auditReaderUrl = await prepareLog(config, embedded, say);
    const remote = connectRemote(config);
    const eventsUrl = config.eventsDatabaseUrl ?? embedded?.guestUrls[readerRole] ?? null;
    const signingKey = config.signingKey ?? keepHubKey(config.dataDir);
    const running = await startSubgraphs({
      names: local,
      databaseUrls,
      signingKey,
      peers: Object.fromEntries([...remote].map(([name, { transport }]) => [name, transport])),
      agencyTimeoutMs: config.agencyTimeoutMs,
      hubSettings: {
        DATABASE_URL_AUDIT: auditReaderUrl,
        SEARCH_BUDGET_FACTOR: String(config.searchBudgetFactor),
        ...(config.demo && { WEBHOOK_LOOPBACK: 'allow' }),
        DUTY_CLOCK: config.dutyClock ? 'on' : 'off',
      },
      events: (name) => findEventLog(config, embedded, name),
      eraseExpired: config.eraseExpired,
      log: say,
    });
    const demo = config.demo && embedded !== null && agencySubgraphs.every((name) => running.has(name));
    if (demo) await loadDemoWorld(running, databaseUrls, say);
    const exampleBirthDate = demo ? await findExampleBirthDate(running) : null;
    const { stop, ...stack } = toStack(running, remote, embedded);
    const end = (): Promise<void> => leaveEvents().then(stop);
    return { ...stack, stop: end, signingKey, auditUrl, eventsUrl, exampleBirthDate };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function startDatabases(
  config: GatewayConfig,
  local: readonly SubgraphName[],
): Promise<EmbeddedPostgres> | null {
  const missing = local.filter((name) => !config.databaseUrls[name]);
  const ownEvents = needsEvents(config, local);
  if (missing.length === 0 && config.auditDatabaseUrl && !ownEvents) return null;
  return startEmbeddedPostgres({
    dataDir: config.dataDir,
    databases: [...missing, ...(config.auditDatabaseUrl ? [] : ['audit']), ...(ownEvents ? ['events'] : [])],
    // Whoever answers questions must not be able to change what was noted about them.
    guests: {
      ...(!config.auditDatabaseUrl && { gateway: 'audit', auditor: 'audit' }),
      ...(ownEvents && eventGuests()),
    },
  });
}

/** A log of its own serves the subgraphs of this process alone: those elsewhere could not publish to it. */
function needsEvents({ natsUrl, eventsDatabaseUrl }: GatewayConfig, local: readonly SubgraphName[]): boolean {
  return natsUrl === null && eventsDatabaseUrl === null && local.length > 0;
}

/** Each subgraph publishes as a role of its own, which can only add. */
function eventGuests(): Record<string, string> {
  const roles = [...subgraphNames.map(publisherRole), readerRole];
  return Object.fromEntries(roles.map((role) => [role, 'events']));
}

async function tendEvents(
  config: GatewayConfig,
  embedded: EmbeddedPostgres | null,
  say: (line: string) => void,
): Promise<() => Promise<void>> {
  const ownerUrl = config.eventsDatabaseUrl ?? embedded?.urls['events'];
  if (config.natsUrl !== null || !ownerUrl) return async () => undefined;
  return tendEventsDatabase(ownerUrl, config.eventsKeepMonths, say);
}

function findEventLog(
  { natsUrl, eventsDatabaseUrl }: GatewayConfig,
  embedded: EmbeddedPostgres | null,
  name: SubgraphName,
): EventLogAddress {
  if (natsUrl !== null) return { nats: natsUrl };
  return { postgres: eventsDatabaseUrl ?? (embedded?.guestUrls[publisherRole(name)] as string) };
}

/**
 * Makes the log ready as far as that is this process's to do.
 * @returns where the hub's own graph reads who looked at a child: as a role that can do no more, when embedded
 */
async function prepareLog(
  { auditDatabaseUrl, auditReaderRole }: GatewayConfig,
  embedded: EmbeddedPostgres | null,
  say: (line: string) => void,
): Promise<string> {
  if (auditDatabaseUrl === null) {
    const owner = embedded?.urls['audit'] as string;
    await prepareAuditDatabase(owner, 'gateway');
    await grantReading(owner, 'auditor');
    return embedded?.guestUrls['auditor'] as string;
  }
  if ((await openAuditDatabase(auditDatabaseUrl)) === 'OWNER') {
    say(
      'This gateway owns its audit log and could change it. Let the log have another owner: npm run audit:prepare.',
    );
    await prepareAuditDatabase(auditDatabaseUrl);
    if (auditReaderRole !== null) await grantReading(auditDatabaseUrl, auditReaderRole);
  }
  return auditDatabaseUrl;
}

function connectRemote(config: GatewayConfig): Map<SubgraphName, HttpSubgraph> {
  const remote = Object.entries(config.subgraphUrls) as [SubgraphName, string][];
  const timeoutMs = config.agencyTimeoutMs * 3;
  return new Map(remote.map(([name, url]) => [name, createHttpSubgraph(name, url, { timeoutMs })]));
}

async function loadDemoWorld(
  running: RunningSubgraphs,
  urls: Readonly<Record<AgencySubgraph, string>>,
  say: (line: string) => void,
): Promise<void> {
  const database = running.get('migration')!.database;
  const [held] = await database.query<{ any: boolean }[]>('SELECT EXISTS (SELECT FROM child) AS any');
  if (held?.any) return;
  const now = new Date();
  const children = [...storyChildren(now), ...generateWorld({ children: demoChildren, seed: 1, now })];
  await loadWorld(urls, children);
  say(`Loaded ${children.length} synthetic children.`);
}

async function findExampleBirthDate(running: RunningSubgraphs): Promise<string | null> {
  const rows = await running
    .get('migration')!
    .database.query<{ born: string }[]>(
      `SELECT birth_date::text AS born FROM child WHERE dossier_number = '12-410001'`,
    );
  return rows[0]?.born ?? null;
}

function toStack(
  running: RunningSubgraphs,
  remote: ReadonlyMap<SubgraphName, HttpSubgraph>,
  embedded: EmbeddedPostgres | null,
): Pick<Stack, 'transports' | 'ready' | 'stop'> {
  const transportOf = (name: SubgraphName): SubgraphTransport =>
    running.get(name)?.answer ?? (remote.get(name) as HttpSubgraph).transport;
  const isUp = (name: SubgraphName): Promise<boolean> =>
    running.get(name)?.isReady() ?? (remote.get(name) as HttpSubgraph).isUp();
  return {
    transports: Object.fromEntries(
      subgraphNames.map((name) => [name, transportOf(name)]),
    ) as Stack['transports'],
    ready: async () => {
      const states = subgraphNames.map(async (name) => [name, (await isUp(name)) ? 'up' : 'down']);
      return Object.fromEntries(await Promise.all(states));
    },
    stop: async () => {
      await Promise.all([...remote.values()].map((subgraph) => subgraph.close()));
      await closeSubgraphs(running);
      await embedded?.stop();
    },
  };
}
