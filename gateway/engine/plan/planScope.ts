import type { Execution } from '../execution';
import type { Supergraph } from '../supergraph';
import type { EngineTransport } from '../transports/engineTransport';

/** Carries out a plan node; a promise only when there is something to wait for. */
export type Step = (execution: Execution) => Promise<void> | undefined;

export const noStep: Step = () => undefined;

/** What compiling a plan needs, and what it learns. */
export interface PlanScope {
  readonly supergraph: Supergraph;
  readonly transportOf: (subgraph: string) => EngineTransport;
  /** Filled while compiling: the subgraphs that the plan may call. */
  readonly subgraphs: Set<string>;
  /** A mutation's nodes must keep the order of its fields. */
  readonly isMutation: boolean;
  /** Numbers the fetches in the order of the plan. */
  nextOrder: number;
}
