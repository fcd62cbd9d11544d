import type { Receipt } from './disclosure';
import type { SubgraphName } from './vocabulary';

/** What an agency has still to note of an operation in its own log. */
export interface UnwrittenNotes {
  readonly subgraph: SubgraphName;
  /** Writes all of it; rejects when it is not durable in time. */
  readonly write: () => Promise<readonly Receipt[]>;
}

/**
 * Where agencies leave what must be durable before anything of one operation leaves the process. Until then each goes on
 * gathering: its answers about the same children become one note. Each operation has its own, by which agencies know it:
 * an assertion may be stolen, this cannot.
 */
export interface Unwritten {
  add(notes: UnwrittenNotes): void;
}
