import { Client } from 'pg';
import { writeCursor } from '../../../gateway/updates/cursor';
import { createPostgresLog } from '../../../gateway/updates/log/postgresLog';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, headersOf, type TestHub } from '../../harness/hub';
import { openRaw } from './rawClients';
import { idsOf, open, query, worker } from './updatesHub';
import { layWire, type Wire } from './wire';

/** How far the hub's clock is ahead, in milliseconds. */
let ahead = 0;
let hub: TestHub;
let wire: Wire;
beforeAll(async () => {
  hub = await createTestHub({
    children: storyChildren(new Date()),
    events: 'POSTGRES',
    webhooks: false,
    now: () => new Date(Date.now() + ahead),
  });
  wire = await layWire(hub.address);
}, 60_000);
afterAll(async () => {
  await wire?.close();
  await hub?.close();
}, 60_000);

/** So many events at once; their ids in order. */
async function happenOften(count: number): Promise<string[]> {
  const client = new Client({ connectionString: hub.databases.police.url });
  await client.connect();
  const { rows } = await client
    .query<{ id: string }>(
      `INSERT INTO outbox (type, child, occurred_at, recorded_at)
       SELECT 'FOUND', $1, now(), now() FROM generate_series(1, $2) RETURNING id`,
      [open, count],
    )
    .finally(() => client.end());
  return rows.map(({ id }) => id);
}

/** The cursor of the end of the log. */
async function findEnd(): Promise<string> {
  const log = createPostgresLog(hub.eventsUrl!);
  const extent = await log.extent().finally(() => log.close());
  return writeCursor(extent, extent.last);
}

test.each(['SSE', 'WS'] as const)(
  'a network that is cut in the middle of a stream over %s, for ten minutes, loses, repeats and reorders nothing',
  async (transport) => {
    const connect = async (after: string) => {
      const headers = await headersOf(worker('2580'), hub.issuer);
      return openRaw(transport, wire, headers, { query: query(), variables: { after } });
    };
    const client = await connect(await findEnd());
    const written = await happenOften(150);
    await client.until(20);
    wire.cut();
    written.push(...(await happenOften(150)));
    ahead += 600_000;
    wire.mend();
    client.leave();
    const received = [...client.updates];
    expect(received.length).toBeLessThan(300);
    const resumed = await connect(received.at(-1)!.data.caseUpdates.cursor as string);
    await resumed.until(300 - received.length);
    const last = await happenOften(1);
    await resumed.until(301 - received.length);
    resumed.leave();
    expect(idsOf([...received, ...resumed.updates])).toEqual([...written, ...last]);
  },
  120_000,
);
