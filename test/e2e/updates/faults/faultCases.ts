import { Client } from 'pg';
import { writeCursor } from '../../../../gateway/updates/cursor';
import type { EventLog } from '../../../../gateway/updates/log/eventLog';
import { agencySubgraphs } from '../../../../schema/protocol/vocabulary';
import { headersOf, type Asker } from '../../../harness/hub';
import { startReceiver } from '../receiver';
import { elsewhere, guardian, hidden, investigator, officer, open, system, worker } from '../updatesHub';
import { startFaultyHub, type FaultyHub } from './faultyHub';
import { follow } from './persistent';
import { writeEvents, type WrittenEvent } from './writeEvents';

/** `UPDATES_FAULT_EVENTS=5000` for the whole. */
const events = Number(process.env['UPDATES_FAULT_EVENTS'] ?? 240);

interface FaultCase {
  /** Absent: the log on PostgreSQL. */
  readonly nats?: { readonly url: string; kill(): Promise<void>; restart(): Promise<void> };
  readonly openLog: (hub: FaultyHub) => EventLog;
}

/** What may reach whom, said apart from the code that decides it. */
const subscribers: readonly {
  asker: Asker;
  transport: 'SSE' | 'WS';
  may: (event: WrittenEvent) => boolean;
}[] = [
  { asker: worker('2580'), transport: 'SSE', may: ({ child }) => child === open },
  { asker: worker('0127'), transport: 'WS', may: ({ child }) => child === elsewhere },
  { asker: guardian, transport: 'WS', may: ({ child }) => child === open },
  {
    asker: officer,
    transport: 'SSE',
    may: ({ child, agency }) => child !== hidden && agency !== 'municipality',
  },
  { asker: worker('0163'), transport: 'SSE', may: () => false },
  {
    asker: { ...investigator, sub: 'other' },
    transport: 'WS',
    may: ({ child, agency }) => child !== hidden && agency === 'police',
  },
];

/** Kills each part in turn while four agencies write, and compares what each subscriber received with its rights. */
export async function surviveFaults({ nats, openLog }: FaultCase): Promise<void> {
  const hub = await startFaultyHub(nats?.url);
  const log = openLog(hub);
  const receiver = await startReceiver(await (await fetch(`${hub.address}/webhook-key`)).text());
  try {
    const start = writeCursor(await log.extent(), 0);
    await register(hub, receiver.url);
    const following = subscribers.map(({ asker, transport }) => follow(hub, asker, transport, start));
    const writing = Promise.all(
      agencySubgraphs.map((agency) => writeEvents(hub, agency, [open, elsewhere, hidden], events / 4)),
    );
    await hub.killAndRestart('police');
    await hub.crashPostgres();
    await hub.killAndRestart('gateway');
    await nats?.kill();
    await nats?.restart();
    await hub.killAndRestart('identification');
    const written = (await writing).flat();
    const expected = subscribers.map(({ may }) => written.filter(may));
    const short = (): string[] =>
      following.flatMap(({ received }, index) => {
        const missing = expected[index]!.filter(({ id }) => !received.includes(id));
        return missing.length === 0
          ? []
          : [
              `${subscribers[index]!.transport} ${index}: ${received.length}, missing ${JSON.stringify(missing)}`,
            ];
      });
    await until(() => short().length === 0).catch(async (error: Error) => {
      throw new Error(
        `${error.message}: ${short().join('; ')}; the log: ${JSON.stringify(await log.extent())}`,
      );
    });
    const forSystem = written.filter(({ child }) => child === open);
    await receiver.until(forSystem.length);
    // What should not come has had its time to come.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const [index, { received }] of following.entries()) check(received, expected[index]!);
    check(
      receiver.taken.map(({ id }) => id),
      forSystem,
    );
    expect(receiver.counts.unsigned).toBe(0);
    expect(Math.max(...following.map(({ connections }) => connections()))).toBeGreaterThan(1);
    await Promise.all(following.map((each) => each.stop()));
  } finally {
    await receiver.close();
    await log.close();
    await hub.close();
  }
}

/** Nothing missing, nothing twice, nothing forbidden, and each agency's in the order in which they were written. */
function check(received: readonly string[], expected: readonly WrittenEvent[]): void {
  expect(new Set(received).size).toBe(received.length);
  expect([...received].sort()).toEqual(expected.map(({ id }) => id).sort());
  for (const agency of agencySubgraphs) {
    const own = expected.filter((event) => event.agency === agency).map(({ id }) => id);
    const set = new Set(own);
    expect(received.filter((id) => set.has(id))).toEqual(own);
  }
}

async function register(hub: FaultyHub, url: string): Promise<void> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await headersOf(system('2580'), hub.issuer)) },
    body: JSON.stringify({
      query: `mutation { registerWebhook(input: { url: "${url}", types: [ASSIGNED, CASE_OPENED, FOUND, GUARDIAN_APPOINTED] }) { id } }`,
    }),
  });
  expect(await response.json()).toMatchObject({
    data: { registerWebhook: { id: expect.any(String) as unknown } },
  });
  const client = new Client({ connectionString: hub.urls.identification });
  await client.connect();
  await until(async () => {
    const { rows } = await client.query('SELECT FROM webhook WHERE cursor IS NOT NULL');
    return rows.length > 0;
  });
  await client.end();
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 90_000; !(await test());) {
    if (Date.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
