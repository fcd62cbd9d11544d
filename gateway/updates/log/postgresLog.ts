import { Client, Pool } from 'pg';
import type { LoggedEvent } from '../../../schema/protocol/events/caseEventRecord';
import { EventLogUnavailable, type EventLog, type Gap } from './eventLog';

/** How long a read may take, and a lost connection rests before the next try, in milliseconds. */
const timeoutMs = 5_000;
const retryMs = 500;

/** The event log on PostgreSQL, as a role that may only read it. */
export function createPostgresLog(url: string): EventLog {
  const pool = new Pool({
    connectionString: url,
    max: 3,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    application_name: 'skyddsnat-updates',
  });
  // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  const query = async <Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> => {
    try {
      return (await pool.query<Row>({ name, text, values })).rows;
    } catch (cause) {
      throw new EventLogUnavailable({ cause });
    }
  };
  const bell = listenForever(url);
  return {
    extent: async () => {
      const [row] = await query<StoredExtent>('extent', extent, []);
      if (!row) throw new EventLogUnavailable();
      return { id: row.id, removedThrough: Number(row.removed), last: Number(row.last), gaps: row.gaps };
    },
    read: async (after, most) => {
      const rows = await query<StoredEvent>('read', read, [after, most]);
      return rows.map(toEvent);
    },
    onAppend: (wake) => bell.onRing(wake),
    isReady: () =>
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      bell.close();
      await pool.end();
    },
  };
}

interface StoredExtent {
  readonly id: string;
  readonly removed: string;
  readonly last: string;
  readonly gaps: readonly Gap[];
}

const extent = `SELECT id, removed_through AS removed, last_position AS last,
    coalesce((SELECT jsonb_agg(jsonb_build_object('after', after, 'until', until)) FROM events.gap), '[]') AS gaps
  FROM events.log`;
const read = `SELECT position, id, type, child, municipality, publisher, occurred_at, recorded_at, reading
  FROM events.event WHERE position > $1 ORDER BY position LIMIT $2`;

interface StoredEvent extends Omit<LoggedEvent, 'position' | 'occurredAt' | 'recordedAt'> {
  readonly position: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
}

function toEvent({ position, occurred_at, recorded_at, ...event }: StoredEvent): LoggedEvent {
  return {
    ...event,
    position: Number(position),
    occurredAt: occurred_at.toISOString(),
    recordedAt: recorded_at.toISOString(),
  };
}

interface Bell {
  onRing(wake: () => void): void;
  close(): void;
}

/** Rings at every notification, and once after each new connection, for what was added while there was none. */
function listenForever(url: string): Bell {
  const wakes: (() => void)[] = [];
  const ring = (): void => wakes.forEach((wake) => wake());
  let closed = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const again = (failed: Client): void => {
    if (client !== failed || closed) return;
    client = undefined;
    void failed.end().catch(() => undefined);
    timer = setTimeout(() => void listen(), retryMs);
  };
  const listen = async (): Promise<void> => {
    const own = new Client({
      connectionString: url,
      connectionTimeoutMillis: timeoutMs,
      keepAlive: true,
      application_name: 'skyddsnat-updates-bell',
    });
    client = own;
    own.on('error', () => again(own));
    own.on('end', () => again(own));
    own.on('notification', ring);
    try {
      await own.connect();
      await own.query('LISTEN events');
      ring();
    } catch {
      again(own);
    }
  };
  void listen();
  return {
    onRing: (wake) => void wakes.push(wake),
    close: () => {
      closed = true;
      clearTimeout(timer);
      void client?.end().catch(() => undefined);
    },
  };
}
