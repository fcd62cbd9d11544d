import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { SpanKind } from '@opentelemetry/api';
import type { GraphQLFormattedError } from 'graphql';
import type { DataSource, EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type {
  SubgraphRequest,
  SubgraphResponse,
  SubgraphTransport,
} from '../../../schema/protocol/transport';
import { inSpan } from '../../../schema/protocol/tracing/inSpan';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import type { Verifier } from '../../../schema/protocol/signing';
import type { SubgraphContext } from '../context';
import { connectDatabase, type DatabaseOptions } from '../database/connect';
import { prepareReaders, type ReadableRegister } from '../database/security/prepareReaders';
import type { RegisterColumns } from '../database/security/registerColumns';
import type { SubgraphDatabase } from '../database/subgraphDatabase';
import { createDisclosureLog, type DisclosureLog } from '../disclosure/createDisclosureLog';
import { createPublisher, type EventLogAddress } from '../outbox/eventPublisher';
import { startRelay } from '../outbox/relay';
import { buildSubgraph } from '../graph/buildSubgraph';
import type { GraphOptions, SubgraphGraph } from '../graph/federate';
import type { ImportRules } from '../importing/importRules';
import type { AccessFactsSql } from '../loading/candidateRegister';
import { createRegisterSize, type RegisterSize } from '../loading/registerSize';
import { warmUp } from '../loading/warmUp';
import type { FieldSources } from '../loading/rowLoader';
import type { NormalisedCriteria } from '../matching';
import type { ChildTraces } from '../retention/eraseChild';
import type { RetentionRule } from '../retention/rule';
import { startRetention } from '../retention/startRetention';
import { createStatisticsDesk, type StatisticsDesk } from '../statistics/statisticsDesk';
import type { SubjectSql } from '../statistics/subject';
import { createContext } from './createContext';
import { maskError } from './maskError';
import { migrationsOf } from './migrationsOf';
import type { Peers } from './peers';
import type { JobParts, Jobs } from './jobs';
import type { Resources, Settings } from './resources';
import { createUnderWay } from './underWay';

/** Everything that makes one subgraph; its folder's `subgraph.ts` exports one. */
export interface SubgraphDefinition extends GraphOptions {
  readonly name: SubgraphName;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly sources: FieldSources;
  /** Absent for the hub's own graph, which holds no register. */
  readonly accessFacts?: AccessFactsSql;
  /** The register's columns and what they are read for; absent for the hub's own graph. */
  readonly columns?: RegisterColumns;
  /** How long what its database holds is kept. */
  readonly retention: readonly RetentionRule[];
  /** How the agency's own records come into its register; absent for the hub's own graph. */
  readonly importing?: ImportRules<never>;
  /** What it holds about a child beside the tables that go with the child's row. @default nothing */
  readonly traces?: ChildTraces;
  /** What the agency counts. @default nothing */
  readonly statistics?: readonly SubjectSql[];
  /** Opens what the subgraph needs beside its database, from its settings. @default nothing */
  readonly openResources?: (settings: Settings) => Resources;
  /** Starts what the subgraph does unasked, once its events have somewhere to go. @default nothing */
  readonly startWork?: (work: Work) => { close(): Promise<void> } | null;
  /** SQL over the child as `c`, as in `AccessFactsSql`: something may be due about it. @default false */
  readonly running?: string;
  /** Starts what comes by itself at its moments. @default nothing */
  readonly startJobs?: (parts: JobParts) => Promise<Jobs | null>;
  /** Leaves out criteria the agency may not search by. */
  readonly narrowSearch?: (criteria: NormalisedCriteria) => NormalisedCriteria;
}

export interface SubgraphOptions {
  readonly database: Omit<DatabaseOptions, 'entities' | 'migrations'>;
  readonly verify: Verifier;
  readonly peers?: Peers;
  /** @default the system clock */
  readonly now?: () => Date;
  /** Signs attestations; only the hub's own graph is given it. */
  readonly sign?: (kind: string, payload: unknown) => string;
  /** For `openResources`. @default none */
  readonly settings?: Settings;
  /** Whether an agency's records are erased by themselves when their time is over; the hub's own always are. @default false */
  readonly eraseExpired?: boolean;
  /** Where events are published to. @default they stay in the outbox */
  readonly events?: EventLogAddress;
  /** Told every SQL statement, e.g. to count them. */
  readonly onStatement?: (sql: string) => void;
  readonly log?: (line: string) => void;
}

export interface RunningSubgraph {
  readonly name: SubgraphName;
  readonly graph: SubgraphGraph;
  /** Answers in process; the same code answers over HTTP. */
  readonly answer: SubgraphTransport;
  readonly database: SubgraphDatabase;
  /** Whether its database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** What unasked work has at hand. */
export interface Work {
  readonly database: DataSource;
  readonly resources: Resources | null;
  readonly now: () => Date;
  readonly log?: ((line: string) => void) | undefined;
}

/** What a subgraph has open while it runs. */
export interface Opened {
  readonly database: SubgraphDatabase;
  /** Null for the hub's own graph. */
  readonly register: ReadableRegister | null;
  readonly disclosures: DisclosureLog | null;
  readonly statistics: StatisticsDesk;
  /** Of the hub's own graph: nought. */
  readonly registerSize: RegisterSize;
  readonly resources: Resources | null;
}

/**
 * Opens the subgraph's database, brings its schema up to date and makes it answer.
 * @throws DatabaseUnreachable, ReadersMissing
 */
export async function createSubgraph(
  definition: SubgraphDefinition,
  options: SubgraphOptions,
): Promise<RunningSubgraph> {
  const { entities, name } = definition;
  const isAgency = definition.accessFacts !== undefined;
  const database = await connectDatabase(name, {
    ...options.database,
    entities,
    migrations: migrationsOf(definition),
  });
  const register = await openRegister(database, definition, options.now ?? (() => new Date()));
  const graph = buildSubgraph(definition);
  const { settings = {}, now = () => new Date(), log } = options;
  const resources = definition.openResources?.(settings) ?? null;
  const disclosures = isAgency ? createDisclosureLog(name, database, graph.schema, options.log) : null;
  const statistics = createStatisticsDesk(
    database,
    definition.statistics ?? [],
    options.log ?? (() => undefined),
  );
  const registerSize: RegisterSize = isAgency ? createRegisterSize(database) : async () => 0;
  const opened: Opened = { database, register, disclosures, registerSize, statistics, resources };
  const server = new ApolloServer<SubgraphContext>({
    schema: graph.schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Each would listen to every single field, and nobody reads what they note.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()],
    formatError: (formatted, error) => maskError(name, formatted, error, options.log),
  });
  await server.start();
  const relay =
    options.events &&
    startRelay({
      publisher: name,
      databaseUrl: options.database.url,
      log: createPublisher(name, options.events),
      say: options.log,
    });
  const work = options.events && definition.startWork?.({ database, resources, now, log });
  const jobs = await startJobs(definition, database, options);
  const retention =
    isAgency && !options.eraseExpired
      ? null
      : startRetention({
          service: name,
          databaseUrl: options.database.url,
          rules: definition.retention,
          now,
          log,
          atOnce: !isAgency,
        });
  const calls = createUnderWay(name);

  return {
    name,
    graph,
    database,
    answer: (request) =>
      calls.run(() =>
        inSpan(`answer ${name}`, SpanKind.SERVER, { 'skyddsnat.subgraph': name }, () =>
          answer(request, server, definition, options, opened),
        ),
      ),
    isReady: () =>
      database.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await jobs?.stop();
      await retention?.close();
      await calls.close();
      await server.stop();
      await work?.close();
      await relay?.close();
      await resources?.close();
      await database.destroy();
    },
  };
}

function startJobs(
  { startJobs: start }: SubgraphDefinition,
  database: DataSource,
  { database: { url }, peers = {}, settings = {}, now, log, sign }: SubgraphOptions,
): Promise<Jobs | null> {
  return (
    start?.({
      database,
      databaseUrl: url,
      peers,
      settings,
      now: now ?? (() => new Date()),
      log: log ?? (() => undefined),
      ...(sign && { sign }),
    }) ?? Promise.resolve(null)
  );
}

async function openRegister(
  database: DataSource,
  { columns, accessFacts }: SubgraphDefinition,
  now: () => Date,
): Promise<ReadableRegister | null> {
  if (!columns) return null;
  try {
    const register = await prepareReaders(database, columns);
    if (accessFacts) await warmUp(database, accessFacts, now());
    return register;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function answer(
  request: SubgraphRequest,
  server: ApolloServer<SubgraphContext>,
  definition: SubgraphDefinition,
  options: SubgraphOptions,
  opened: Opened,
): Promise<SubgraphResponse> {
  const context = createContext(request, definition, options, opened);
  if ('refused' in context)
    return { data: null, errors: [context.refused as GraphQLFormattedError as never] };
  const { query, operationName, variables } = request;
  const result = await server.executeOperation(
    { query, ...(operationName && { operationName }), ...(variables && { variables }) },
    { contextValue: context },
  );
  if (result.body.kind !== 'single')
    throw new Error('incremental delivery is not used between the hub’s parts');
  const { data, errors } = result.body.singleResult;
  const { extensions } = context;
  const response: SubgraphResponse = {
    data: data as Record<string, unknown> | null,
    ...(errors && { errors: errors as never }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
  return opened.disclosures?.note(request, context, response) ?? response;
}
