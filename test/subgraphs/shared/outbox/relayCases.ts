import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { LoggedEvent } from '../../../../schema/protocol/events/caseEventRecord';
import type { EventLog } from '../../../../gateway/updates/log/eventLog';
import { AddPublishing1767484800002 } from '../../../../subgraphs/shared/outbox/addPublishing';
import { CreateOutbox1767484800000 } from '../../../../subgraphs/shared/outbox/createOutboxTable';
import { connectDatabase } from '../../../../subgraphs/shared/database/connect';
import { createPublisher, type EventLogAddress } from '../../../../subgraphs/shared/outbox/eventPublisher';
import { startRelay, type Relay } from '../../../../subgraphs/shared/outbox/relay';
import type { SubgraphName } from '../../../../schema/protocol/vocabulary';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

export interface LogUnderTest {
  readonly address: EventLogAddress;
  readonly log: EventLog;
  close(): Promise<void>;
}

/** What every event log owes its publishers and readers. */
export function describeRelay(open: () => Promise<LogUnderTest>): void {
  let opened: LogUnderTest;
  let database: TestDatabase;
  let client: Client;
  const relays: Relay[] = [];
  const start = (publisher: SubgraphName = 'police'): Relay => {
    const relay = startRelay({
      publisher,
      databaseUrl: database.url,
      log: createPublisher(publisher, opened.address),
    });
    relays.push(relay);
    return relay;
  };
  const write = async (child: string, via = client): Promise<void> => {
    await via.query(
      `INSERT INTO outbox (type, child, municipality, occurred_at, recorded_at) VALUES ('FOUND', $1, '0180', now(), now())`,
      [child],
    );
  };
  const readAll = async (count: number): Promise<LoggedEvent[]> => {
    const events: LoggedEvent[] = [];
    for (const until = Date.now() + 15_000; events.length < count && Date.now() < until;) {
      events.push(...(await opened.log.read(events.at(-1)?.position ?? 0, 100)));
      if (events.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return events;
  };
  const childrenOf = (events: readonly LoggedEvent[]) => events.map(({ child }) => child);

  beforeEach(async () => {
    opened = await open();
    database = await createTestDatabase('outbox');
    const migrations = [CreateOutbox1767484800000, AddPublishing1767484800002];
    await (await connectDatabase('outbox', { url: database.url, entities: [], migrations })).destroy();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.close()));
    await client.end();
    await opened.close();
    await database.drop();
  });

  test('what was written while nobody relayed is published in order, then what comes', async () => {
    for (const child of ['a', 'b', 'c']) await write(child);
    start();
    expect(childrenOf(await readAll(3))).toEqual(['a', 'b', 'c']);
    await write('d');
    const events = await readAll(4);
    expect(childrenOf(events)).toEqual(['a', 'b', 'c', 'd']);
    expect(events[3]).toMatchObject({
      type: 'FOUND',
      publisher: 'police',
      municipality: '0180',
      reading: null,
    });
    expect(events.map(({ position }) => position)).toEqual(
      [...events.map(({ position }) => position)].sort((a, b) => a - b),
    );
  });

  test('a row waits for an older transaction that is still under way', async () => {
    const slow = new Client({ connectionString: database.url });
    await slow.connect();
    await slow.query('BEGIN');
    await write('slow', slow);
    await write('quick');
    start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await opened.log.read(0, 10)).toEqual([]);
    await slow.query('COMMIT');
    await slow.end();
    expect(childrenOf(await readAll(2))).toEqual(['slow', 'quick']);
  });

  test('what was rolled back is not published', async () => {
    start();
    await client.query('BEGIN');
    await write('never');
    await client.query('ROLLBACK');
    await write('kept');
    expect(childrenOf(await readAll(1))).toEqual(['kept']);
  });

  test('rows that were published and not marked are not published again', async () => {
    for (const child of ['a', 'b', 'c']) await write(child);
    await start().close();
    start();
    expect(childrenOf(await readAll(3))).toHaveLength(3);
    await relays.at(-1)!.close();
    await client.query('UPDATE outbox SET published_at = NULL');
    start();
    await write('d');
    expect(childrenOf(await readAll(4))).toEqual(['a', 'b', 'c', 'd']);
    expect(await opened.log.read(0, 100)).toHaveLength(4);
  });

  test('of two relays one works, and the other takes over when its connection is cut', async () => {
    start();
    start();
    for (let n = 0; n < 20; n++) {
      await write(`c${n}`);
      if (n === 10)
        await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        );
    }
    expect(childrenOf(await readAll(20))).toEqual([...Array(20).keys()].map((n) => `c${n}`));
  });

  test('a log tells which it is, how far it goes, and wakes its readers', async () => {
    const before = await opened.log.extent();
    expect(before).toMatchObject({
      removedThrough: 0,
      last: 0,
      id: expect.stringMatching(/^[\w-]{36}$/) as unknown,
    });
    const woken = new Promise<void>((resolve) => opened.log.onAppend(resolve));
    start();
    await write(randomUUID());
    await woken;
    await readAll(1);
    expect(await opened.log.extent()).toEqual({ ...before, last: 1 });
    expect(await opened.log.isReady()).toBe(true);
  });
}
