import PgBoss from 'pg-boss';
import { addHours } from '../../shared/time/stockholm';
import type { ClockParts } from './clockParts';
import { lookAtDue } from './lookAtDue';
import { sweepAll, sweepChanges } from './sweep';

export interface DutyClock {
  stop(): Promise<void>;
}

export interface DutyClockOptions extends ClockParts {
  /** The hub's own database; the jobs have a schema of their own in it. */
  readonly databaseUrl: string;
  readonly log: (line: string) => void;
  /** How long after the start all of the registers are looked through. @default 20 */
  readonly firstSweepSeconds?: number;
}

const queues = { due: 'duty-due', changes: 'duty-changes', all: 'duty-all' } as const;

/** What happens when, in Stockholm. */
const schedules = { [queues.changes]: '* * * * *', [queues.all]: '17 3 * * *' };

/**
 * Runs what must happen at a moment. The moments are in the hub's own tables and the jobs only wake it: a job that is
 * lost costs a minute, a process that dies costs nothing, and two that wake at once share the work. No job names a
 * child.
 */
export async function startDutyClock(options: DutyClockOptions): Promise<DutyClock> {
  const { databaseUrl, log, firstSweepSeconds = 20 } = options;
  const stopping = new AbortController();
  const parts: ClockParts = { ...options, stopping: stopping.signal };
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'duty_clock',
    application_name: 'skyddsnat-duty-clock',
    max: 3,
  });
  boss.on('error', (error) => log(fault('duty-clock-error', error)));
  await boss.start();
  for (const name of Object.values(queues)) {
    // At most one of a kind waits, or one for each moment.
    await boss.createQueue(name, {
      name,
      policy: 'short',
      retryLimit: 10,
      retryDelay: 30,
      retryBackoff: true,
    });
  }
  const look = async (): Promise<void> => {
    const { next } = await lookAtDue(parts);
    if (next) await boss.send(queues.due, {}, wakeAt(next));
  };
  const work = (name: string, task: () => Promise<void>): Promise<string> =>
    boss.work(name, { pollingIntervalSeconds: 2 }, async () => {
      await task().catch((error: Error) => {
        // One that stops with the process is tried again, here or elsewhere.
        if (!stopping.signal.aborted) log(fault(name, error));
        throw error;
      });
    });
  await work(queues.due, look);
  await work(queues.changes, async () => {
    await sweepChanges(parts);
    await look();
  });
  await work(queues.all, async () => {
    await sweepAll(parts);
    await look();
  });
  for (const [name, cron] of Object.entries(schedules))
    await boss.schedule(name, cron, {}, { tz: 'Europe/Stockholm' });
  // What happened while no clock ran is found before the night.
  await boss.send(queues.all, {}, { startAfter: firstSweepSeconds, singletonKey: 'start' });
  return {
    stop: () => {
      stopping.abort();
      return boss.stop({ graceful: true, wait: true, timeout: 5_000 });
    },
  };
}

/** On the minute after, so that the many moments of a morning are one job. */
function wakeAt(moment: Date): PgBoss.SendOptions {
  const minute = addHours(new Date(Math.floor(moment.getTime() / 60_000) * 60_000), 1 / 60);
  return { startAfter: minute, singletonKey: minute.toISOString() };
}

function fault(event: string, error: Error): string {
  return JSON.stringify({ level: 'error', service: 'identification', event, name: error.name });
}
