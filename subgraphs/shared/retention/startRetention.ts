import { Client } from 'pg';
import type { RetentionRule } from './rule';
import { eraseExpired } from './runRetention';
import { toSql } from './sql';

export interface RetentionJobOptions {
  readonly service: string;
  readonly databaseUrl: string;
  readonly rules: readonly RetentionRule[];
  readonly now: () => Date;
  readonly log?: ((line: string) => void) | undefined;
  /** @default an hour */
  readonly everyMs?: number;
  /** Whether it runs at the start as well. @default false */
  readonly atOnce?: boolean;
}

export interface RetentionJob {
  /** Lets the batch that is under way end. */
  close(): Promise<void>;
}

/** Erases what is over every hour, one run at a time; one that fails is said and tried again the next time. */
export function startRetention(options: RetentionJobOptions): RetentionJob {
  const { everyMs = 3_600_000, atOnce = false } = options;
  const closing = new AbortController();
  let underWay: Promise<void> | null = null;
  const start = (): void => {
    underWay ??= run(options, closing.signal).finally(() => {
      underWay = null;
    });
  };
  if (atOnce) start();
  const timer = setInterval(start, everyMs);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      closing.abort();
      await underWay;
    },
  };
}

async function run(
  { service, databaseUrl, rules, now, log }: RetentionJobOptions,
  signal: AbortSignal,
): Promise<void> {
  const say = (event: string, about: object): void =>
    log?.(JSON.stringify({ level: 'info', service, event, ...about }));
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    application_name: `skyddsnat-${service}-retention`,
  });
  // The statement under way fails, which is enough; unheard, the event would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const erased = await eraseExpired(toSql(client), { rules, now: now(), signal });
    if (Object.keys(erased).length > 0) say('erased', erased);
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    say('retention-failed', { level: 'error', name, code });
  } finally {
    await client.end().catch(() => undefined);
  }
}
