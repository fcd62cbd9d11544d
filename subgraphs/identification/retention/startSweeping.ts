import type { DataSource } from 'typeorm';
import { sweepExpired } from './sweepExpired';

export interface SweepingOptions {
  readonly database: DataSource;
  readonly now: () => Date;
  readonly log?: ((line: string) => void) | undefined;
  /** @default an hour */
  readonly everyMs?: number;
}

export interface Sweeping {
  /** Waits for the sweep that is under way. */
  close(): Promise<void>;
}

/** Sweeps at once and then every hour, one sweep at a time; one that fails is said and tried again the next time. */
export function startSweeping({ database, now, log, everyMs = 3_600_000 }: SweepingOptions): Sweeping {
  let underWay: Promise<void> | null = null;
  const sweep = async (): Promise<void> => {
    const say = (event: string, about: object): void =>
      log?.(JSON.stringify({ level: 'info', service: 'identification', event, ...about }));
    try {
      const swept = await sweepExpired(database, now());
      if (Object.values(swept).some((count) => count > 0)) say('swept', swept);
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string };
      say('sweep-failed', { level: 'error', name, code });
    }
  };
  const start = (): void => {
    underWay ??= sweep().finally(() => {
      underWay = null;
    });
  };
  start();
  const timer = setInterval(start, everyMs);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
