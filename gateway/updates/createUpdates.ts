import { setTimeout as pause } from 'node:timers/promises';
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { LoggedEvent } from '../../schema/protocol/events/caseEventRecord';
import type { Signer } from '../../schema/protocol/signing';
import type { SubgraphResponse, SubgraphTransport } from '../../schema/protocol/transport';
import { agencyOfSubgraph } from '../../schema/protocol/vocabulary';
import type { EngineRequest, EngineTransport } from '../engine/transports/engineTransport';
import type { Call } from '../transports/call';
import { createAudience, type Audience } from './audience';
import { readCursor, writeCursor } from './cursor';
import { goingAway, tokenEnded, tooSlow } from './farewells';
import type { EventLog } from './log/eventLog';
import { createSelectionReader, type UpdateSelection } from './readSelection';
import type { Subscription } from './subscription';
import { createTail, type Tail } from './tail';

export interface UpdatesOptions {
  readonly log: EventLog;
  /** The way to the hub's own graph. */
  readonly ask: SubgraphTransport;
  readonly sign: Signer;
  readonly now: () => Date;
  /**
   * How long a client may take for one event before it is let go, in milliseconds.
   * @default 30_000
   */
  readonly slowAfterMs?: number;
}

/** The case updates of one gateway. */
export interface Updates {
  /**
   * Where the engine gets the events of a subscription from.
   * @param transport for the calls that follow an event
   */
  readonly subscribe: (
    schema: () => GraphQLSchema,
    transport: EngineTransport,
  ) => NonNullable<EngineTransport['subscribe']>;
  /** Tells the subscribers that this gateway stops, and ends their streams. */
  hangUp(): void;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** A decision on who may know is good for the events that are delivered within this time, in milliseconds. */
const decisionHolds = 1_000;
const retryEvery = 1_000;

/** Follows the event log for all subscribers. Each is told what it may know of at that moment, and nothing else. */
export function createUpdates({ log, ask, sign, now, slowAfterMs = 30_000 }: UpdatesOptions): Updates {
  const tail = createTail(log);
  const audience = createAudience(ask, sign, now);
  const stopping = new AbortController();
  return {
    subscribe: (schema, transport) => {
      const readSelection = createSelectionReader(schema);
      return async (request) => {
        const selection = readSelection(request.query, request.variables ?? {});
        const { subscription } = request.context as Call;
        if (!subscription) throw new Error('a subscription has a subscriber');
        const extent = await tail.extent();
        const from = readCursor(subscription.lastEventId ?? selection.after, extent);
        const source = { tail, audience, logId: extent.id, now, slowAfterMs, stopping: stopping.signal };
        const events = follow(source, selection, subscription, from, request.signal);
        return deliver(events, selection, request, schema(), transport, audience);
      };
    },
    hangUp: () => stopping.abort(),
    isReady: () => log.isReady(),
    close: async () => {
      stopping.abort();
      await tail.close();
    },
  };
}

interface Source {
  readonly tail: Tail;
  readonly audience: Audience;
  readonly logId: string;
  readonly now: () => Date;
  readonly slowAfterMs: number;
  readonly stopping: AbortSignal;
}

interface Due {
  readonly event: LoggedEvent;
  readonly cursor: string;
}

/**
 * The events that one subscriber is told, in order. It reads on only when the client has taken what came before, so a
 * subscriber holds a position in the log and nothing else.
 */
async function* follow(
  { tail, audience, logId, now, slowAfterMs, stopping }: Source,
  selection: UpdateSelection,
  subscription: Subscription,
  from: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Due> {
  let position = from;
  const timer = new AbortController();
  const ending = AbortSignal.any([timer.signal, stopping, ...(signal ? [signal] : [])]);
  const expiry = setTimeout(
    () => timer.abort(),
    Math.min(2 ** 31 - 1, subscription.expiresAt - now().getTime()),
  );
  const here = (): string => writeCursor({ id: logId }, position);
  try {
    while (!signal?.aborted) {
      if (now().getTime() >= subscription.expiresAt) return void (subscription.farewell = tokenEnded(here()));
      if (stopping.aborted) return void (subscription.farewell = goingAway(here()));
      const page = await tail.pageAfter(position).catch(() => null);
      if (page === null) {
        await rest(ending);
        continue;
      }
      if (page.length === 0) {
        await tail.untilBehind(position, ending);
        continue;
      }
      const wanted = page.filter((event) => isWanted(event, selection));
      const told = wanted.length > 0 ? await audience.decide(subscription.asker, wanted) : nobody;
      if (told === null) {
        await rest(ending);
        continue;
      }
      const decidedAt = Date.now();
      for (const event of page) {
        if (Date.now() - decidedAt > decisionHolds || ending.aborted) break;
        position = event.position;
        if (!told.has(event.id)) continue;
        const sentAt = Date.now();
        yield { event, cursor: here() };
        if (Date.now() - sentAt > slowAfterMs) return void (subscription.farewell = tooSlow(here()));
      }
    }
  } finally {
    clearTimeout(expiry);
  }
}

const nobody: ReadonlySet<string> = new Set();

function isWanted({ type, child }: LoggedEvent, { types, child: only }: UpdateSelection): boolean {
  return (types === null || types.has(type)) && (only === null || only === child);
}

function rest(signal: AbortSignal): Promise<void> {
  return pause(retryEvery, undefined, { signal }).catch(() => undefined);
}

/** Each event as an answer of the hub's own graph; what is fetched for it is asked anew, on today's facts. */
async function* deliver(
  events: AsyncGenerator<Due>,
  { document, enriched }: UpdateSelection,
  { context, variables, signal }: EngineRequest,
  schema: GraphQLSchema,
  transport: EngineTransport,
  audience: Audience,
): AsyncGenerator<SubgraphResponse> {
  const call = context as Call;
  for await (const { event, cursor } of events) {
    call.renew();
    if (enriched) await attestChild(transport, event.child, context, signal);
    call.subscription!.cursor = cursor;
    const rootValue = { caseUpdates: toUpdate(event, cursor, audience) };
    yield execute({
      schema,
      document,
      rootValue,
      variableValues: variables ?? null,
    }) as ExecutionResult as SubgraphResponse;
  }
}

/** Without it the agencies refuse what is fetched, which the client is told as it would be by any query. */
async function attestChild(
  transport: EngineTransport,
  child: string,
  context: unknown,
  signal: AbortSignal | undefined,
): Promise<void> {
  const query = 'query CaseUpdateAttestation($child: ID!) { caseUpdateAttestation(child: $child) }';
  await transport({ query, variables: { child }, context, signal, kind: 'query' }).catch(() => undefined);
}

function toUpdate(event: LoggedEvent, cursor: string, audience: Audience): object {
  const { id, type, child, municipality, publisher, occurredAt, recordedAt, reading } = event;
  return {
    cursor,
    id,
    type,
    occurredAt,
    recordedAt,
    publishedBy: agencyOfSubgraph[publisher],
    municipality: municipality && audience.municipality(municipality),
    reading: reading && {
      ...reading,
      municipality: reading.municipality && audience.municipality(reading.municipality),
    },
    child: { id: child },
  };
}
