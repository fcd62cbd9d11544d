import type { SubgraphResponse } from '../../schema/protocol/transport';
import type { Representation } from './representations';
import type { OperationKind } from './transports/engineTransport';

/** A call that is about to be made. */
export interface PlannedFetch {
  readonly subgraph: string;
  readonly kind: OperationKind;
  readonly query: string;
  readonly isEntityFetch: boolean;
  /** The entities asked for, each once; empty when not an entity fetch. */
  readonly representations: readonly Representation[];
}

export interface EngineHooks {
  /**
   * Awaited before each call. When it throws, the call is not made and its fields are null with that error: a
   * `GraphQLError` is passed on, anything else becomes INTERNAL.
   */
  beforeFetch?(fetch: PlannedFetch, context: unknown): void | Promise<void>;
  /** Awaited before an answer is used. When it throws, the answer is not used. */
  afterFetch?(subgraph: string, response: SubgraphResponse, context: unknown): void | Promise<void>;
}
