import type { EventLog } from './eventLog';
import { createNatsLog } from './natsLog';
import { createPostgresLog } from './postgresLog';

export interface EventLogConfig {
  /** NATS JetStream; null: PostgreSQL. */
  readonly natsUrl: string | null;
  readonly natsReplicas: number;
  readonly eventsKeepMonths: number;
}

/** The event log that the configuration names; null: none. */
export function openEventLog(
  { natsUrl, natsReplicas, eventsKeepMonths }: EventLogConfig,
  postgresUrl: string | null,
): EventLog | null {
  if (natsUrl === null) return postgresUrl === null ? null : createPostgresLog(postgresUrl);
  return createNatsLog({ url: natsUrl, replicas: natsReplicas, keepDays: eventsKeepMonths * 31 });
}
