import { randomUUID } from 'node:crypto';
import {
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type Consumer,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { CaseEventRecord, LoggedEvent } from '../../../schema/protocol/events/caseEventRecord';
import { connectNats } from '../../../schema/protocol/events/natsConnection';
import { streamName, subjects } from '../../../schema/protocol/events/natsStream';
import { EventLogUnavailable, type EventLog } from './eventLog';

export interface NatsLogOptions {
  readonly url: string;
  /** Servers that each keep all of the log. */
  readonly replicas: number;
  readonly keepDays: number;
}

/** How long the server is asked to wait for messages that should be there, in milliseconds. */
const fetchMs = 1_000;
/** Within it, the server itself keeps out what is published twice, in milliseconds. */
const duplicateWindowMs = 600_000;

/** The event log on NATS JetStream; makes its stream when there is none. */
export function createNatsLog(options: NatsLogOptions): EventLog {
  const wakes: (() => void)[] = [];
  let opened: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => {
    opened ??= openStream(options, () => wakes.forEach((wake) => wake())).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const guarded = async <T>(work: (opened: Opened) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (cause) {
      throw new EventLogUnavailable({ cause });
    }
  };
  void open().catch(() => undefined);
  return {
    extent: () => guarded(async ({ manager }) => toExtent(await manager.streams.info(streamName))),
    read: (after, most) => guarded((stream) => readMessages(stream, after, most)),
    onAppend: (wake) => void wakes.push(wake),
    isReady: () =>
      guarded(async ({ manager }) => manager.streams.info(streamName)).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await (await opened?.catch(() => undefined))?.connection.close();
    },
  };
}

interface Opened {
  readonly connection: NatsConnection;
  readonly manager: JetStreamManager;
  /** A consumer that stands behind the position at which the last read ended. */
  next: { readonly after: number; readonly consumer: Consumer } | null;
}

async function openStream(options: NatsLogOptions, ring: () => void): Promise<Opened> {
  const connection = await connectNats(options.url, 'skyddsnat-updates');
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    await ensureStream(manager, options);
    // The servers pass each message on to plain subscribers as well: that rings the bell, and carries nothing.
    connection.subscribe(subjects, { callback: ring });
    return { connection, manager, next: null };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function ensureStream(
  manager: JetStreamManager,
  { replicas, keepDays }: NatsLogOptions,
): Promise<void> {
  const limits = {
    subjects: [subjects],
    num_replicas: replicas,
    max_age: nanos(keepDays * 86_400_000),
    duplicate_window: nanos(duplicateWindowMs),
    // Publishers read the last message of their own subject by it.
    allow_direct: true,
  };
  const known = await manager.streams.info(streamName).catch(() => null);
  if (known) return void (await manager.streams.update(streamName, limits));
  await manager.streams
    .add({
      ...limits,
      name: streamName,
      // Which log this is: a stream that is made anew counts from one again.
      description: `skyddsnat ${randomUUID()}`,
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      deny_delete: true,
      deny_purge: true,
    })
    // Another gateway was faster.
    .catch(() => manager.streams.info(streamName));
}

function toExtent({ config, state }: StreamInfo) {
  return {
    id: (config.description ?? '').replace('skyddsnat ', ''),
    removedThrough: Math.max(0, state.first_seq - 1),
    last: state.last_seq,
  };
}

async function readMessages(stream: Opened, after: number, most: number): Promise<LoggedEvent[]> {
  const known = stream.next?.after === after ? stream.next.consumer : null;
  stream.next = null;
  const { state } = await stream.manager.streams.info(streamName);
  const wanted = Math.min(most, state.last_seq - Math.max(after, state.first_seq - 1));
  if (wanted <= 0) return [];
  const consumer =
    known ??
    (await jetstream(stream.connection).consumers.get(streamName, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: after + 1,
      inactive_threshold: 60_000,
    }));
  const events: LoggedEvent[] = [];
  for await (const message of await consumer.fetch({ max_messages: wanted, expires: fetchMs })) {
    // An ordered consumer that was made anew on the way may begin again.
    if (message.seq <= (events.at(-1)?.position ?? after)) continue;
    events.push({ ...message.json<CaseEventRecord>(), position: message.seq });
    if (events.length === wanted) break;
  }
  const last = events.at(-1);
  if (last) stream.next = { after: last.position, consumer };
  return events;
}
