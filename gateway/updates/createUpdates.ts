import { setMaxListeners } from 'node:events';
import type { GraphQLSchema } from 'graphql';
import type { WebhookTask } from '../../schema/protocol/events/webhookWork';
import type { Signer } from '../../schema/protocol/signing';
import type { SubgraphResponse, SubgraphTransport } from '../../schema/protocol/transport';
import { caseUpdateTypes, webhookUpdateTypes } from '../../schema/protocol/vocabulary';
import type { EngineRequest, EngineTransport } from '../engine/transports/engineTransport';
import type { Call } from '../transports/call';
import { createAudience } from './audience';
import { readCursor, writeCursor } from './cursor';
import { createEventAnswers, type EventAnswers } from './eventAnswers';
import { followLog, type Due, type Source } from './followLog';
import type { EventLog } from './log/eventLog';
import { createSelectionReader, type UpdateSelection } from './readSelection';
import { createTail } from './tail';
import type { DeliveryOptions } from './webhooks/deliverTask';
import { createPost } from './webhooks/postMessage';
import { createRegistry } from './webhooks/registry';
import { createMessageSigner } from './webhooks/signMessage';
import { startWebhooks } from './webhooks/startWebhooks';
import type { AuditLog } from '../audit/auditLog';
import type { Log } from '../log';

export interface UpdatesOptions {
  readonly events: EventLog;
  /** The way to the hub's own graph. */
  readonly ask: SubgraphTransport;
  readonly sign: Signer;
  readonly now: () => Date;
  readonly audit: AuditLog;
  readonly log: Log;
  /** Absent: this gateway sends to no endpoints. */
  readonly webhooks?: WebhookOptions;
}

export interface WebhookOptions extends Pick<DeliveryOptions, 'giveUpAfterMs' | 'firstRestMs'> {
  /** PEM of the hub's key. */
  readonly signingKey: string;
  /** Endpoints may be on this machine. */
  readonly allowLoopback: boolean;
  /** How often the register is asked for work, in milliseconds. @default 2_000 */
  readonly takeEveryMs?: number;
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

/** Follows the event log for all subscribers. Each is told what it may know of at that moment, and nothing else. */
export function createUpdates(options: UpdatesOptions): Updates {
  const { events, ask, sign, now } = options;
  const tail = createTail(events);
  const audience = createAudience(ask, sign);
  const answer = createEventAnswers(audience);
  const stopping = new AbortController();
  // A server that stops is what all its streams wait for: that is no leak.
  setMaxListeners(0, stopping.signal);
  const shared = { tail, audience, now, stopping: stopping.signal };
  const webhooks = options.webhooks && send(shared, options, options.webhooks);
  return {
    subscribe: (schema, transport) => {
      const readSelection = createSelectionReader(schema);
      return async (request) => {
        const selection = readSelection(request.query, request.variables ?? {});
        const { subscription } = request.context as Call;
        if (!subscription) throw new Error('a subscription has a subscriber');
        const extent = await tail.extent();
        const from = readCursor(subscription.lastEventId ?? selection.after, extent);
        const source = { ...shared, logId: extent.id };
        const due = followLog(source, selection, subscription, from, request.signal);
        return deliver(due, selection, request, schema(), transport, answer);
      };
    },
    hangUp: () => stopping.abort(),
    isReady: () => events.isReady(),
    close: async () => {
      stopping.abort();
      await webhooks?.close();
      await tail.close();
    },
  };
}

function send(
  shared: Omit<Source, 'logId'>,
  { ask, sign, audit, now, log }: UpdatesOptions,
  { signingKey, allowLoopback, takeEveryMs, ...rules }: WebhookOptions,
): { close(): Promise<void> } {
  const { tail } = shared;
  const post = createPost(allowLoopback);
  const follow = async (task: WebhookTask, signal: AbortSignal): Promise<AsyncIterable<Due>> => {
    const extent = await tail.extent();
    const from = readCursor(task.cursor, extent);
    const selection = {
      types: new Set([...(task.types ?? caseUpdateTypes), ...webhookUpdateTypes]),
      child: null,
    };
    const pass = (cursor: string) => registry.note({ kind: 'PASSED', webhook: task.id, cursor });
    if (task.cursor === null) await pass(writeCursor(extent, from));
    const subscription = {
      ...forever,
      asker: task.asker,
      onPassed: seldom((cursor) => void pass(cursor).catch(() => undefined)),
    };
    return followLog({ ...shared, logId: extent.id }, selection, subscription, from, signal);
  };
  const registry = createRegistry(ask, sign);
  const signer = createMessageSigner(signingKey);
  const running = startWebhooks(
    { ...rules, registry, audit, post, sign: signer, now, log, follow },
    takeEveryMs,
  );
  return {
    close: async () => {
      await running.close();
      await post.close();
    },
  };
}

/** Calls at most once a minute: where a restart begins anew need not be the very end. */
function seldom(call: (cursor: string) => void): (cursor: string) => void {
  let calledAt = Date.now();
  return (cursor) => {
    if (Date.now() - calledAt < 60_000) return;
    calledAt = Date.now();
    call(cursor);
  };
}

/** An endpoint's registration ends with its owner's word, not with a token. */
const forever = {
  lastEventId: null,
  expiresAt: Infinity,
  slow: undefined,
  cursor: null,
  farewell: null,
};

/** Each event as an answer of the hub's own graph; what is fetched for it is asked anew, on today's facts. */
async function* deliver(
  events: AsyncGenerator<Due>,
  selection: UpdateSelection,
  { context, variables, signal }: EngineRequest,
  schema: GraphQLSchema,
  transport: EngineTransport,
  answer: EventAnswers,
): AsyncGenerator<SubgraphResponse> {
  const call = context as Call;
  for await (const due of events) {
    call.renew();
    if (selection.enriched) await attestChild(transport, due.event.child, context, signal);
    call.subscription!.cursor = due.cursor;
    yield answer(due, selection, schema, variables ?? null);
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
