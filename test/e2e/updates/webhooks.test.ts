import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type HubAnswer, type TestHub } from '../../harness/hub';
import { startReceiver, type Receiver } from './receiver';
import {
  elsewhere,
  happen,
  officer,
  open,
  query,
  subscribe,
  system,
  worker,
  type Update,
} from './updatesHub';

let hub: TestHub;
let receiver: Receiver;
const us = system('2580');

beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()), events: 'POSTGRES' });
  const key = await (await fetch(`${hub.address}/webhook-key`)).text();
  receiver = await startReceiver(key);
}, 60_000);
afterAll(async () => {
  await receiver?.close();
  await hub?.close();
});

const fields =
  'id url types state problem failures deliveredAt testedAt testProblem deadLetters { event problem }';
const change = (text: string, asker = us): Promise<HubAnswer> => hub.ask(asker, `mutation { ${text} }`);
const register = async (url: string, types = 'types: [FOUND, PLACED, RETURNED]'): Promise<string> => {
  const { data, errors } = await change(`registerWebhook(input: { url: "${url}" ${types} }) { ${fields} }`);
  expect(errors).toEqual([]);
  return data.registerWebhook.id as string;
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of every shape
const look = async (id: string): Promise<any> => {
  const { data } = await hub.ask(us, `{ webhooks { ${fields} } }`);
  return data.webhooks.find((webhook: { id: string }) => webhook.id === id);
};
const untilLooks = async (id: string, test: (webhook: Record<string, unknown>) => boolean): Promise<void> => {
  for (const until = Date.now() + 15_000; !test(await look(id));) {
    if (Date.now() > until) throw new Error(JSON.stringify(await look(id)));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
/** A first event, after which the endpoint has a place of its own in the log. */
const settle = async (id: string): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = receiver.taken.length;
  await happen(hub, 'police', 'FOUND', open);
  await receiver.until(before + 1);
  await untilLooks(id, ({ deliveredAt }) => deliveredAt !== null);
};

/** A cursor just before an update of an endpoint. */
const cursorBefore = ({ data }: Update): string => {
  const [version, log, position] = Buffer.from(String(data.webhookUpdates.cursor), 'base64url')
    .toString()
    .split(':');
  return Buffer.from(`${version}:${log}:${Number(position) - 1}`).toString('base64url');
};

test('an endpoint is sent what its system may know of, signed, in order, and nothing else', async () => {
  const id = await register(receiver.url);
  await settle(id);
  const before = receiver.taken.length;
  await happen(hub, 'municipality', 'PLACED', elsewhere, '0127');
  const found = await happen(hub, 'police', 'FOUND', open, '0180');
  await happen(hub, 'municipality', 'CASE_OPENED', open, '2580');
  const returned = await happen(hub, 'municipality', 'RETURNED', open, '2580');
  await receiver.until(before + 2);
  const sent = receiver.taken.slice(before);
  expect(sent.map((event) => event.id).sort()).toEqual([found, returned].sort());
  expect(sent.find((event) => event.id === found)).toMatchObject({
    specversion: '1.0',
    source: '/skyddsnat/police',
    type: 'se.skyddsnat.case.found',
    subject: open,
    data: {
      type: 'FOUND',
      publishedBy: 'POLICE',
      municipality: '0180',
      cursor: expect.any(String) as unknown,
    },
  });
  expect(receiver.counts.unsigned).toBe(0);
  await change(`disableWebhook(id: "${id}") { state }`);
});

test('an endpoint that is away gets everything once it is back', async () => {
  const id = await register(receiver.url);
  await settle(id);
  receiver.answer(() => 503);
  const before = receiver.taken.length;
  const ids = [await happen(hub, 'police', 'FOUND', open), await happen(hub, 'police', 'FOUND', open)];
  await untilLooks(id, ({ failures }) => Number(failures) >= 2);
  expect(await look(id)).toMatchObject({ state: 'ACTIVE', problem: 'HTTP 503' });
  receiver.answer(() => 204);
  await receiver.until(before + 2);
  expect(receiver.taken.slice(before).map((event) => event.id)).toEqual(ids);
  await change(`disableWebhook(id: "${id}") { state }`);
});

test('an event that is refused is laid aside with the child’s later ones, and replayed in order', async () => {
  const id = await register(receiver.url);
  await settle(id);
  const before = receiver.taken.length;
  const refused = await happen(hub, 'police', 'FOUND', open);
  receiver.answer((event) => (event.id === refused ? 422 : 204));
  await untilLooks(id, ({ deadLetters }) => (deadLetters as unknown[]).length === 1);
  const later = await happen(hub, 'police', 'FOUND', open);
  await untilLooks(id, ({ deadLetters }) => (deadLetters as unknown[]).length === 2);
  expect((await look(id)).deadLetters).toEqual([
    { event: refused, problem: 'HTTP 422' },
    { event: later, problem: 'BEHIND_ANOTHER' },
  ]);
  receiver.answer(() => 204);
  await change(`replayDeadLetters(webhook: "${id}") { id }`);
  await receiver.until(before + 2);
  expect(receiver.taken.slice(before).map((event) => event.id)).toEqual([refused, later]);
  await untilLooks(id, ({ deadLetters }) => (deadLetters as unknown[]).length === 0);
  const after = await happen(hub, 'police', 'FOUND', open);
  await receiver.until(before + 3);
  expect(receiver.taken.at(-1)!.id).toBe(after);
  await change(`disableWebhook(id: "${id}") { state }`);
});

test('an endpoint that fails for too long is disabled, says why, and goes on where it stopped', async () => {
  const id = await register(receiver.url);
  await settle(id);
  receiver.answer(() => 500);
  const before = receiver.taken.length;
  const missed = await happen(hub, 'police', 'FOUND', open);
  await untilLooks(id, ({ state }) => state === 'DISABLED');
  expect(await look(id)).toMatchObject({ state: 'DISABLED', problem: 'HTTP 500' });
  expect(hub.takeLog()).toContain('webhook-disabled');
  receiver.answer(() => 204);
  const { data } = await change(`enableWebhook(id: "${id}") { state failures }`);
  expect(data.enableWebhook).toEqual({ state: 'ACTIVE', failures: 0 });
  await receiver.until(before + 1);
  expect(receiver.taken.at(-1)!.id).toBe(missed);
  await change(`disableWebhook(id: "${id}") { state }`);
});

test('an endpoint that is disabled for failing is told of to its owner alone, by a stream and by its other endpoints', async () => {
  const text =
    'subscription ($after: Cursor) { webhookUpdates(after: $after) { cursor id type webhook occurredAt } }';
  const streams = await Promise.all([us, system('0127')].map((asker) => subscribe(hub, asker, { text })));
  const other = await register(receiver.url, 'types: [CASE_CLOSED]');
  const dead = await startReceiver(await (await fetch(`${hub.address}/webhook-key`)).text());
  dead.answer(() => 410);
  const id = await register(dead.url);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = receiver.taken.length;
  await happen(hub, 'police', 'FOUND', open);
  const [update] = await streams[0]!.until(1);
  expect(update!.data.webhookUpdates).toMatchObject({ type: 'WEBHOOK_DISABLED', webhook: id });
  expect(update!.extensions).toMatchObject({ audit: { leafIndex: expect.any(Number) as unknown } });
  await receiver.until(before + 1);
  expect(receiver.taken.at(-1)).toMatchObject({
    type: 'se.skyddsnat.webhook.disabled',
    subject: id,
    data: { webhook: id, type: 'WEBHOOK_DISABLED' },
  });
  // The streams of the others, and of cases, tell nothing of it.
  const cases = await subscribe(hub, us, { text: query('id type', ''), after: cursorBefore(update!) });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(streams[1]!.updates).toEqual([]);
  expect(cases.updates).toEqual([]);
  for (const each of [...streams, cases]) each.leave();
  await change(`disableWebhook(id: "${other}") { state }`);
  await dead.close();
});

test('updates of endpoints are refused to roles without a system', async () => {
  const text = 'subscription { webhookUpdates { id } }';
  for (const asker of [worker('2580'), officer]) {
    const subscriber = await subscribe(hub, asker, { text });
    const [update] = await subscriber.until(1);
    expect(update!.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('a test event is about nobody, and tells what went wrong', async () => {
  const id = await register(receiver.url);
  const before = receiver.taken.length;
  await change(`testWebhook(id: "${id}") { id }`);
  await receiver.until(before + 1);
  expect(receiver.taken.at(-1)).toMatchObject({ type: 'se.skyddsnat.test', data: {} });
  await untilLooks(id, ({ testedAt }) => testedAt !== null);
  receiver.answer(() => 404);
  await change(`testWebhook(id: "${id}") { id }`);
  await untilLooks(id, ({ testProblem }) => testProblem === 'HTTP 404');
  receiver.answer(() => 204);
});

test('addresses inside, other people’s endpoints and roles without a system are refused', async () => {
  const codeOf = ({ errors }: HubAnswer): unknown => errors[0]?.extensions['code'];
  for (const url of ['http://example.com/', 'ftp://example.com/', 'https://u:p@example.com/', 'nonsense']) {
    expect(codeOf(await change(`registerWebhook(input: { url: "${url}" }) { id }`))).toBe('BAD_USER_INPUT');
  }
  expect(
    codeOf(await change(`registerWebhook(input: { url: "https://example.com/", types: [] }) { id }`)),
  ).toBe('BAD_USER_INPUT');
  const inside = await register('https://10.0.0.7/');
  await change(`testWebhook(id: "${inside}") { id }`);
  await untilLooks(inside, ({ testProblem }) => testProblem === 'PRIVATE_ADDRESS');
  const others = system('0127');
  for (const mutation of ['testWebhook', 'disableWebhook', 'enableWebhook']) {
    expect(codeOf(await change(`${mutation}(id: "${inside}") { id }`, others))).toBe('NOT_FOUND');
    expect(codeOf(await change(`${mutation}(id: "unknown") { id }`, others))).toBe('NOT_FOUND');
  }
  expect(codeOf(await change(`replayDeadLetters(webhook: "${inside}") { id }`, others))).toBe('NOT_FOUND');
  expect((await hub.ask(others, '{ webhooks { id } }')).data).toEqual({ webhooks: [] });
  expect(
    codeOf(await change(`registerWebhook(input: { url: "https://example.com/" }) { id }`, worker('2580'))),
  ).toBe('FORBIDDEN');
});

test('a registration that is sent twice with its key is one', async () => {
  const text = `registerWebhook(input: { url: "${receiver.url}" }, idempotencyKey: "k1") { id }`;
  const [first, second] = [await change(text), await change(text)];
  expect(second.data).toEqual(first.data);
  await change(`disableWebhook(id: "${first.data.registerWebhook.id}") { state }`);
});
