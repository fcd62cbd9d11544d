import type { DocumentNode } from 'graphql';
import type { Principal } from '../../schema/protocol/principal';
import type { Purpose } from '../../schema/protocol/vocabulary';
import type { FieldGuard } from '../engine/guard';
import type { EntityObserver } from '../engine/observer';
import type { Graph } from '../graph/graph';
import type { Notes } from '../transports/call';
import type { OperationFacts } from './operationFacts';

/** An operation as it arrives, over HTTP or a WebSocket. Each stage adds what one plugin has found out. */
export interface Incoming {
  /** Unique; the audit entries and the subgraphs' logs carry it. */
  readonly id: string;
  readonly receivedAt: Date;
  readonly method: 'GET' | 'POST' | 'WS';
  /** The document's text; empty when only its id was sent. */
  readonly query: string;
  /** The hash under which a trusted document is registered. @default none */
  readonly documentId?: string | null;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly credentials: Credentials;
  /** The header `Last-Event-ID` of a client that comes back to a stream. */
  readonly lastEventId?: string | null;
  readonly signal: AbortSignal | undefined;
  /** Aborted when the client leaves what it was sent unread for too long. @default it never does */
  readonly slow?: AbortSignal | undefined;
  /** Filled on the way for the request log; never holds content. */
  readonly trace: Trace;
}

/** HTTP headers, or the members of `connectionParams` with the same names. */
export interface Credentials {
  readonly authorization: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

interface Trace {
  /** False once it is known that the answer tells nothing about anybody. */
  personal?: boolean;
  operation?: string | null;
  kind?: string;
  role?: string;
  purpose?: string;
}

export interface Placed extends Incoming {
  /** Read, planned and answered by this graph from beginning to end. */
  readonly graph: Graph;
}

export interface Understood extends Placed {
  readonly document: DocumentNode;
  readonly operation: OperationFacts;
}

export interface Identified extends Understood {
  /** Null: the operation asks about the schema only. */
  readonly principal: Principal | null;
}

export interface Observed extends Identified {
  /** Told what each child's objects in the answer disclosed; absent when the operation concerns nobody. */
  readonly observe?: EntityObserver;
  /** Told what else the log must hold of the agencies' answers; absent like `observe`. */
  readonly notes?: Notes;
}

export interface Purposeful extends Observed {
  /** Null: the operation concerns no person. */
  readonly errand: Errand | null;
}

/** Why somebody asks, in which case of their own. */
export interface Errand {
  readonly purpose: Purpose;
  /** Null only for counting, which has no case. */
  readonly caseReference: string | null;
}

export interface Guarded extends Purposeful {
  readonly guard?: FieldGuard;
}
