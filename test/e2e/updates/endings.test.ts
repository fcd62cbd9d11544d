import { Client } from 'pg';
import { prepareEventsDatabase } from '../../../gateway/updates/log/prepareEventsDatabase';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, headersOf, type Asker, type TestHub } from '../../harness/hub';
import { openRaw, type RawClient } from './rawClients';
import { guardian, happen, idsOf, officer, open, query, subscribe, worker, type Update } from './updatesHub';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({
    children: storyChildren(new Date()),
    events: 'POSTGRES',
    webhooks: false,
    slowAfterMs: 1_000,
  });
}, 60_000);
afterAll(() => hub?.close(), 60_000);

const luleå = worker('2580');
const transports = ['SSE', 'WS'] as const;

const headersFor = async (asker: Asker, expiresIn: number): Promise<Record<string, string>> => {
  const { role, municipality, sub } = asker;
  const token = await hub.issuer.issue({ role, municipality, sub, expiresIn });
  return { ...(await headersOf(asker, hub.issuer)), authorization: `Bearer ${token}` };
};
const run = async (url: string, sql: string, values: unknown[] = []): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql, values).finally(() => client.end());
};
/** The cursor of an event that has just happened. */
const now = async (): Promise<string> => {
  const probe = await subscribe(hub, officer);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await happen(hub, 'migration', 'ASSIGNED', open, '2580');
  const [update] = await probe.until(1);
  probe.leave();
  return update!.data.caseUpdates.cursor as string;
};
const cursorOf = ({ data }: Update): unknown => data.caseUpdates.cursor;
const lastError = ({ updates }: RawClient): Record<string, unknown> | undefined =>
  updates.at(-1)!.errors?.[0]!.extensions;

describe.each(transports)('over %s', (transport) => {
  test('the end of the token ends the stream with a code and the cursor, and nothing is lost behind it', async () => {
    const operation = { query: query(), variables: { after: await now() } };
    const client = openRaw(transport, hub, await headersFor(luleå, 6), operation);
    const told = await happen(hub, 'police', 'FOUND', open);
    await client.until(2);
    const [first] = client.updates;
    expect(idsOf([first!])).toEqual([told]);
    expect(lastError(client)).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'EXPIRED',
      cursor: cursorOf(first!),
    });
    expect(await client.ended).toBe(transport === 'WS' ? 4403 : null);
    expect(client.completed()).toBe(true);
    const missed = await happen(hub, 'police', 'FOUND', open);
    const after = String(lastError(client)!['cursor']);
    const resumed = await subscribe(hub, luleå, { transport, after });
    expect(idsOf(await resumed.until(1))).toEqual([missed]);
    resumed.leave();
  });

  test('a client that does not read costs little, is let go with the cursor, and then misses nothing', async () => {
    const after = await now();
    // Names of a thousand letters make events so large that no buffer on the way holds them all.
    const fields = [...Array(20).keys()].map((index) => `${'x'.repeat(1_000)}${index}: occurredAt`);
    const operation = { query: query(`cursor id ${fields.join(' ')}`), variables: { after } };
    const client = openRaw(transport, hub, await headersFor(luleå, 600), operation);
    const first = await happen(hub, 'police', 'FOUND', open);
    await client.until(1);
    client.stopReading();
    await happenOften(700);
    const before = process.memoryUsage();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const { arrayBuffers, external } = process.memoryUsage();
    expect(arrayBuffers + external - before.arrayBuffers - before.external).toBeLessThan(40_000_000);
    client.readOn();
    expect(await client.ended).toBe(transport === 'WS' ? 1013 : null);
    expect(lastError(client)).toMatchObject({ code: 'SUBSCRIBER_TOO_SLOW' });
    const read = client.updates.slice(0, -1);
    expect(read.length).toBeLessThan(701);
    expect(lastError(client)!['cursor']).toBe(cursorOf(read.at(-1)!));
    const resumed = await subscribe(hub, luleå, { transport, after: String(lastError(client)!['cursor']) });
    const rest = await resumed.until(701 - read.length);
    resumed.leave();
    const ids = [...idsOf(read), ...idsOf(rest)];
    expect(ids[0]).toBe(first);
    expect(new Set(ids).size).toBe(701);
    expect(ids).toHaveLength(701);
  }, 150_000);

  test('rights that are withdrawn between two events hold for the second, also when they come back later', async () => {
    const after = await now();
    const subscriber = await subscribe(hub, guardian, { transport, after });
    const first = await happen(hub, 'police', 'FOUND', open);
    await subscriber.until(1);
    const appoint = (from: string, to: string): Promise<void> =>
      run(
        hub.databases.guardianship.url,
        'UPDATE guardianship SET guardian_principal = $2 WHERE guardian_principal = $1',
        [from, to],
      );
    await appoint('guardian-open-case', 'somebody-else');
    await happen(hub, 'police', 'FOUND', open);
    await untilPassed(after, 2);
    await appoint('somebody-else', 'guardian-open-case');
    const third = await happen(hub, 'police', 'FOUND', open);
    await subscriber.until(2);
    expect(idsOf(subscriber.updates)).toEqual([first, third]);
    subscriber.leave();
  });

  test('a child that becomes protected is told of to nobody from then on, not even of what happened before', async () => {
    const after = await now();
    const subscriber = await subscribe(hub, luleå, { transport, after });
    const first = await happen(hub, 'police', 'FOUND', open);
    await subscriber.until(1);
    const protect = (is: boolean): Promise<void> =>
      run(hub.databases.migration.url, 'UPDATE child SET protected_identity = $1 WHERE id = $2', [is, open]);
    await protect(true);
    await happen(hub, 'police', 'FOUND', open);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const late = await subscribe(hub, luleå, { transport, after });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(late.updates).toEqual([]);
    late.leave();
    await protect(false);
    const third = await happen(hub, 'police', 'FOUND', open);
    await subscriber.until(2);
    expect(idsOf(subscriber.updates)).toEqual([first, third]);
    subscriber.leave();
  });

  test('a cursor whose successors the log no longer keeps is refused with what to do', async () => {
    const after = await now();
    await run(
      hub.databases.police.url,
      `INSERT INTO outbox (type, child, occurred_at, recorded_at)
       VALUES ('FOUND', $1, now() - interval '6 months', now() - interval '6 months')`,
      [open],
    );
    await untilPassed(after, 1);
    await prepareEventsDatabase(hub.eventsUrl!, 3);
    const subscriber = await subscribe(hub, luleå, { transport, after });
    const [update] = await subscriber.until(1);
    expect(update!.errors).toMatchObject([{ extensions: { code: 'CURSOR_REFUSED', reason: 'TOO_OLD' } }]);
    expect(update!.errors![0]!.message).toContain('Read your cases anew');
    await subscriber.ended();
  });
});

test('a socket with no operation on it lives no longer than its login either', async () => {
  const client = openRaw('WS', hub, await headersFor(luleå, 2), null);
  expect(await client.ended).toBe(4403);
});

/** Many events at once, as after a long time away. */
async function happenOften(count: number): Promise<void> {
  await run(
    hub.databases.police.url,
    `INSERT INTO outbox (type, child, occurred_at, recorded_at)
     SELECT 'FOUND', $1, now(), now() FROM generate_series(1, $2)`,
    [open, count],
  );
}

/** Until so many events have come behind the cursor, for somebody who is told of all. */
async function untilPassed(after: string, count: number): Promise<void> {
  const probe = await subscribe(hub, officer, { after });
  await probe.until(count);
  probe.leave();
}
