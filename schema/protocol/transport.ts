import type { GraphQLError } from 'graphql';
import type { Unwritten } from './unwritten';

/** One call from the hub to a subgraph. The same shape in process and over HTTP. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
  /** The signed `Assertion` of who asks and why. A call without one is refused. */
  readonly assertion: string;
  /** The signed `DutyClockCall`, in place of an assertion: the hub's own clock asks, on nobody's behalf. */
  readonly dutyClock?: string | undefined;
  /** The signed `Attestation[]` gathered so far in this operation; absent before the first. */
  readonly attestations?: string | undefined;
  /** The signed `StatedReferences` of the children that a change names, or `unknownReferences`. */
  readonly references?: string | undefined;
  /**
   * Where an agency in the hub's own process may leave what it has still to note of its answer. Does not go over HTTP:
   * what leaves a process is noted by then.
   */
  readonly unwritten?: Unwritten | undefined;
  /** Whether the agency notes this answer, and what it has left there before, before it answers. @default false */
  readonly notesAtOnce?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
  readonly extensions?: Record<string, unknown>;
}

export type SubgraphError = Pick<GraphQLError, 'message' | 'path' | 'extensions'>;

/**
 * Delivers a request to a subgraph.
 * @throws SubgraphUnavailable when there is no answer: refused, broken, or later than the configured limit.
 */
export type SubgraphTransport = (request: SubgraphRequest) => Promise<SubgraphResponse>;

export class SubgraphUnavailable extends Error {
  constructor(
    readonly subgraph: string,
    readonly reason: 'TIMEOUT' | 'REFUSED' | 'BROKEN',
    options?: ErrorOptions,
  ) {
    super(`${subgraph} did not answer (${reason})`, options);
  }
}

/** HTTP headers that carry the signed parts of a `SubgraphRequest`. */
export const assertionHeader = 'x-skyddsnat-assertion';
export const attestationsHeader = 'x-skyddsnat-attestations';
export const referencesHeader = 'x-skyddsnat-references';
export const dutyClockHeader = 'x-skyddsnat-duty-clock';
/** Where the identification subgraph puts signed attestations in its answer (`extensions`). */
export const attestationsExtension = 'attestations';
