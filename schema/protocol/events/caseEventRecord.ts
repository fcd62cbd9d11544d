import {
  webhookUpdateTypes,
  type Agency,
  type CaseUpdateType,
  type Purpose,
  type Role,
  type SubgraphName,
  type WebhookUpdateType,
} from '../vocabulary';

/** An event on its way from a subgraph's outbox to the log: what happened to whom, without its content. */
export interface CaseEventRecord {
  /** UUID; the same event is in the log once, however often it was sent. */
  readonly id: string;
  readonly type: CaseUpdateType | WebhookUpdateType;
  /** The child's opaque reference; the endpoint's, when it happened to one. */
  readonly child: string;
  /** SCB code of the municipality whose case it is, or where it happened. */
  readonly municipality: string | null;
  readonly publisher: SubgraphName;
  /** Instants are RFC 3339. */
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** Who read, when the event is a reading. */
  readonly reading: Reading | null;
}

/** Who read a child's core facts, and why. Never the official, and never what was read. */
export interface Reading {
  readonly agency: Agency;
  readonly role: Role;
  readonly municipality: string | null;
  readonly purpose: Purpose | null;
}

/** An event in the log. */
export interface LoggedEvent extends CaseEventRecord {
  /** Rises in the order of the log; a reader that has come to it has missed none before. */
  readonly position: number;
}

/** Whether it happened to an endpoint, and to no child. */
export function isWebhookUpdate(type: LoggedEvent['type']): type is WebhookUpdateType {
  return (webhookUpdateTypes as readonly string[]).includes(type);
}
