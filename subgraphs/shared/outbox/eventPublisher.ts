import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import { createNatsPublisher } from './natsPublisher';
import type { OutboxPlace, OutboxRow } from './outboxRows';
import { createPostgresPublisher } from './postgresPublisher';

/** The end of the event log that a subgraph writes to. */
export interface EventPublisher {
  /** The place of the last row that is in the log; null: the log itself tells what it has already. */
  lastPublished(): Promise<OutboxPlace | null>;
  /** Resolves when all are in the log, in this order and each once. After a failure a part of them may be. */
  publish(rows: readonly OutboxRow[]): Promise<void>;
  close(): Promise<void>;
}

/** Where the event log is. */
export type EventLogAddress = { readonly nats: string } | { readonly postgres: string };

/** Opens nothing yet: a log that is away must not keep a subgraph from starting. */
export function createPublisher(publisher: SubgraphName, address: EventLogAddress): EventPublisher {
  return 'nats' in address
    ? createNatsPublisher(publisher, address.nats)
    : createPostgresPublisher(publisher, address.postgres);
}
