import type { GraphQLError } from 'graphql';
import type { UpdateAsker } from '../../schema/protocol/events/audience';

/** A subscription to case updates while it runs: who subscribed, and how far it has come. */
export interface Subscription {
  readonly asker: UpdateAsker;
  /** From the header `Last-Event-ID`: where the client has come to, whatever its query says. */
  readonly lastEventId: string | null;
  /** When the token ends, in milliseconds. */
  readonly expiresAt: number;
  /** Aborted when the client does not read what it is sent; undefined: it always does. */
  readonly slow: AbortSignal | undefined;
  /** The cursor of the event delivered last. */
  cursor: string | null;
  /** Told how far the log is done with, also where nothing was to be told. */
  readonly onPassed?: (cursor: string) => void;
  /** Why the stream was ended by the hub; the last thing the client is told. */
  farewell: GraphQLError | null;
}
