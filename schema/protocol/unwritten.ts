import type { Receipt } from './disclosure';
import type { SubgraphName } from './vocabulary';

/** A note that an agency has put into the queue of its own log. */
export interface UnwrittenNote {
  readonly subgraph: SubgraphName;
  readonly receipt: Receipt;
  /** Writes it, unless a later write has taken it along; rejects when it is not durable in time. */
  readonly write: () => Promise<unknown>;
}

/**
 * The notes of one operation that must be durable before anything of it leaves the process. Until then the agency's
 * later notes of the same operation, and those of others, go into one write with them.
 */
export interface Unwritten {
  add(note: UnwrittenNote): void;
}
