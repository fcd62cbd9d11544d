import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import type { EventPublisher } from './eventPublisher';
import { markPublished, readUnpublished, sweepPublished } from './outboxRows';

export interface RelayOptions {
  readonly publisher: SubgraphName;
  /** The subgraph's own database. */
  readonly databaseUrl: string;
  readonly log: EventPublisher;
  readonly say?: ((line: string) => void) | undefined;
}

export interface Relay {
  close(): Promise<void>;
}

/** Of the processes of one subgraph, one relays; the others stand by. Any number that the database uses nowhere else. */
const relayLock = 7_201_806;
const batch = 500;
/** How often is looked even when nobody calls, and how often a relay that stands by tries, in milliseconds. */
const lookEvery = 1_000;
/** How soon is looked again for rows that wait for another transaction, and twice as late each time, in milliseconds. */
const lookAgain = 5;
/** Longest wait after failures in a row, in milliseconds. */
const longestPause = 10_000;
const sweepEvery = 3_600_000;
/** Published rows stay this long in the outbox, in days: to answer what was sent, and when. */
const keepDays = 7;

/**
 * Carries what is in the outbox to the event log, in the order of the transactions. Whatever breaks, it begins again
 * where the log ends: a row is marked only once it is in the log, and what is in the log is not added again.
 */
export function startRelay({ publisher, databaseUrl, log, say }: RelayOptions): Relay {
  const closing = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted;) {
      try {
        await relay(() => (failures = 0));
      } catch (error) {
        if (closing.signal.aborted) return;
        if (failures === 0) say?.(describe(publisher, error));
        failures += 1;
        await rest(Math.min(longestPause, 200 * 2 ** failures));
      }
    }
  }

  async function relay(onSuccess: () => void): Promise<void> {
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 5_000,
      application_name: `skyddsnat-${publisher}-relay`,
    });
    const bell = createBell(client, closing.signal);
    await client.connect();
    try {
      while (!(await takeTurn(client))) {
        await rest(lookEvery);
        if (closing.signal.aborted) return;
      }
      await client.query('LISTEN outbox');
      const last = await log.lastPublished();
      if (last) await markPublished(client, last);
      for (let sweptAt = 0, held = 0; !closing.signal.aborted;) {
        const { moved, heldBack } = await moveBatch(client);
        onSuccess();
        if (moved === batch) continue;
        if (moved > 0 || !heldBack) held = 0;
        if (Date.now() - sweptAt > sweepEvery) {
          await sweepPublished(client, keepDays);
          sweptAt = Date.now();
        }
        await bell.wait(heldBack ? Math.min(lookEvery, lookAgain * 2 ** held++) : lookEvery);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async function moveBatch(client: Client): Promise<{ moved: number; heldBack: boolean }> {
    const { rows, heldBack } = await readUnpublished(client, publisher, batch);
    const last = rows.at(-1);
    if (last) {
      await log.publish(rows);
      await markPublished(client, last.place);
    }
    return { moved: rows.length, heldBack };
  }

  const rest = (milliseconds: number): Promise<void> =>
    pause(milliseconds, undefined, { signal: closing.signal }).catch(() => undefined);

  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    closing.abort();
    await running;
    await log.close();
  };
  return { close: () => (closed ??= close()) };
}

/** The lock belongs to the connection: when that ends, however it ends, another relay gets its turn. */
async function takeTurn(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
    relayLock,
  ]);
  return rows[0]?.mine === true;
}

interface Bell {
  /** Resolves when somebody has rung since the last wait, or after the time. Rejects when the connection broke. */
  wait(milliseconds: number): Promise<void>;
}

function createBell(client: Client, closing: AbortSignal): Bell {
  let rung = false;
  let broken: Error | undefined;
  let wake: () => void = () => undefined;
  const ring = (): void => {
    rung = true;
    wake();
  };
  client.on('notification', ring);
  client.on('error', (error) => {
    broken = error;
    wake();
  });
  closing.addEventListener('abort', ring, { once: true });
  return {
    wait: async (milliseconds) => {
      if (!rung && !broken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      if (broken) throw broken;
    },
  };
}

function describe(publisher: SubgraphName, error: unknown): string {
  const { name, code } = error as { name?: string; code?: string | number };
  return JSON.stringify({ level: 'warn', service: publisher, event: 'relay-waits', name, code });
}
