import type { SubgraphResponse } from '../../../schema/protocol/transport';

export type OperationKind = 'query' | 'mutation' | 'subscription';

export interface EngineRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
  /** What the caller of the engine gave to `execute`. */
  readonly context: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly kind?: OperationKind | undefined;
}

/**
 * Delivers requests to one subgraph. The engine takes the answer over and writes into it.
 * @throws SubgraphUnavailable when there is no answer; whatever is thrown is reported to the client as that.
 */
export interface EngineTransport {
  (request: EngineRequest): Promise<SubgraphResponse>;
  /**
   * Starts a subscription; absent when the subgraph cannot. Ending the iteration ends the subscription.
   * @throws GraphQLError that the client is told as it is
   */
  subscribe?(
    request: EngineRequest,
  ): AsyncIterable<SubgraphResponse> | Promise<AsyncIterable<SubgraphResponse>>;
}
