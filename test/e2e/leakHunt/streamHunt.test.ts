import fc from 'fast-check';
import { acceptedPurposes } from '../../../schema/access/acceptedPurposes';
import type { Purpose } from '../../../schema/protocol/vocabulary';
import { createTestHub, type TestHub } from '../../harness/hub';
import { childIdOf, dossierOf, ownMunicipality, situations, type Situation } from '../matrix/matrixWorld';
import { seats, type Seat } from '../matrix/seats';
import { happen } from '../updates/updatesHub';
import { change, make, type Change } from './changes';
import { startCollector, type Collector } from './collector';
import { createHunter, type Hunted, type Hunter } from './createHunter';
import { listen, streamWays, type Listener, type StreamWay } from './listen';
import { createMarkedWorld, type MarkedWorld } from './markers';
import { childSelection } from './operations';
import { wholeAnswer } from './wholeAnswer';

/** Each round opens several streams while several children change; `npm run leak-hunt` plays as many as its operations. */
const operations = Number(process.env['LEAK_HUNT_OPERATIONS'] ?? 250);
const fullHunt = process.env['LEAK_HUNT_OPERATIONS'] !== undefined;
const rounds = Math.ceil(operations / 20);
/** How long a login lasts whose end is waited for. */
const loginSeconds = 5;

let hub: TestHub;
let hunter: Hunter;
let world: MarkedWorld;
let collector: Collector;
/** Sees the last event of every round. */
let witness: Listener;
/** Of the streams that the rounds have opened, those on which an event came. */
let told = 0;
/** Of the matters that streams are followed in. */
let number = 0;

const home = situations.find(({ name }) => name === 'home')!;
const own = seats.find(({ column }) => column === 'SWr')!;
const system = {
  role: 'INTEGRATOR',
  municipality: ownMunicipality,
  sub: 'system',
  purpose: 'CASE_WORK',
} as const;

beforeAll(async () => {
  world = createMarkedWorld(new Date());
  hub = await createTestHub({
    children: world.children,
    events: 'POSTGRES',
    // A change must be made, however busy the machine.
    env: { SEARCH_BUDGET_FACTOR: '1000000', AGENCY_TIMEOUT_MS: '20000' },
  });
  hunter = await createHunter(hub, world);
  collector = await startCollector();
  const { errors } = await hub.ask(
    system,
    `mutation { registerWebhook(input: { url: "${collector.url}" }) { id } }`,
  );
  expect(errors).toEqual([]);
  const query = 'subscription { caseUpdates { id cursor } }';
  witness = await listen('SSE', hub, toHunted(own, 'CASE_WORK', 'witness').asker, { query, variables: {} });
  await passEverything();
}, 60_000);
afterAll(async () => {
  await hunter?.close();
  await hub?.close();
  await collector?.close();
});

const stream = fc.record({
  seat: fc.constantFrom(...seats),
  choice: fc.nat(),
  way: fc.constantFrom<StreamWay>(...streamWays),
  selection: childSelection,
  /** The one child to be told of; null: all that one may be told of. */
  only: fc.oneof(fc.constant(null), fc.constantFrom(...situations)),
  identified: fc.subarray([...situations]),
  /** Whether the events have happened before and are told from the cursor. */
  late: fc.boolean(),
});
type Stream = typeof stream extends fc.Arbitrary<infer Value> ? Value : never;

const round = fc.record({
  streams: fc.array(stream, { minLength: 3, maxLength: 5 }),
  changes: fc.array(change, { minLength: 2, maxLength: 6 }),
});

test(
  'no stream and no webhook carries a marker that the table does not let out, and each that comes has its row in the log',
  async () => {
    const seed = fullHunt ? Date.now() & 0x7fffffff : 20_261_122;
    for (let played = 0; played < rounds; played += 1) {
      await fc.assert(fc.asyncProperty(round, hunt), { numRuns: 1, seed: seed + played, endOnFailure: true });
      if (fullHunt && played % 50 === 49)
        say(
          `${played + 1} of ${rounds} rounds, ${told} streams told, ${hunter.counts.appeared} markers (seed ${seed})`,
        );
    }
    expect(told).toBeGreaterThan(rounds / 2);
    expect(hunter.counts.appeared).toBeGreaterThan(rounds);
    expect(collector.messages.length).toBeGreaterThan(rounds);
    hunter.expectNone(collector.messages.join('\n'));
    say(
      `${rounds} rounds, ${told} streams were told of something, ${hunter.counts.appeared} markers let out, ${collector.messages.length} messages to a webhook`,
    );
    await expectLastWords();
  },
  60_000 + operations * 400,
);

interface Opened {
  readonly hunted: Hunted;
  readonly only: Situation | null;
  readonly listener: Listener;
}

async function hunt({ streams, changes }: { streams: Stream[]; changes: Change[] }): Promise<void> {
  hub.takeLog();
  const after = lastCursor();
  const begun = witness.text().length;
  const open = async (late: boolean): Promise<Opened[]> =>
    Promise.all(streams.filter((each) => each.late === late).map((each) => follow(each, after)));
  const early = await open(false);
  for (const each of changes) await make(hub, world, each);
  const opened = [...early, ...(await open(true))];
  await passEverything();
  for (const { listener } of opened) listener.leave();
  await Promise.all(opened.map(({ listener }) => listener.ended));
  for (const { hunted, only, listener } of opened) {
    const text = listener.text();
    if (text.includes('"caseUpdates"')) told += 1;
    await hunter.expectAllowed(text, hunted, { about: (of) => only === null || of === only });
  }
  hunter.expectSilent(hub.takeLog());
  hunter.expectNone(witness.text().slice(begun));
}

async function follow(
  { seat, choice, way, selection, only, identified }: Stream,
  after: string | null,
  expiresIn?: number,
): Promise<Opened> {
  const accepted = acceptedPurposes(seat.asker.role);
  const hunted = toHunted(seat, accepted[choice % accepted.length]!, `stream-${(number += 1)}`);
  for (const situation of identified) {
    const text = `{ identify(criteria: { dossierNumber: "${dossierOf(situation)}" }, foundIn: "0180") { outcome } }`;
    hunter.expectNone(wholeAnswer(await hub.ask(hunted.asker, text)));
    hunter.noteIdentified(hunted, situation);
  }
  const child = only ? `child: "${childIdOf(only)}"` : '';
  const query = `subscription Hunt($after: Cursor, $yes: Boolean! = true) {
    caseUpdates(after: $after ${child}) { cursor id type @include(if: $yes) publishedBy reading { role } municipality { name } child { ${selection.body} } }
  } ${selection.fragments}`;
  return {
    hunted,
    only,
    listener: await listen(way, hub, { ...hunted.asker, expiresIn }, { query, variables: { after } }),
  };
}

/** A stream that the hub ends says why; nothing about a child goes with it. */
async function expectLastWords(): Promise<void> {
  const after = lastCursor();
  const selection = { body: 'names { given family } placement { name address }', fragments: '' };
  const given = { choice: 0, selection, only: null, identified: [], late: false };
  const opened = await Promise.all(
    streamWays.map((way) => follow({ ...given, way, seat: own }, after, loginSeconds)),
  );
  await passEverything();
  await Promise.all(opened.map(({ listener }) => listener.ended));
  for (const { listener, hunted } of opened) {
    const text = listener.text();
    const farewell = text.search(/UNAUTHENTICATED|4403/);
    expect(farewell).toBeGreaterThan(0);
    hunter.expectNone(text.slice(farewell));
    await hunter.expectAllowed(text, hunted, { about: () => true });
  }
}

function toHunted({ asker, ...seat }: Seat, purpose: Purpose, caseReference: string): Hunted {
  const sub = asker.sub ?? `${seat.column}${asker.municipality ?? ''}`;
  return { seat: { asker, ...seat }, asker: { ...asker, sub, purpose, caseReference } };
}

/** Waits until all that has happened is told: the witness has the last event, and no agency is asked any more. */
async function passEverything(): Promise<void> {
  for (let last: string | null = null; last === null || !witness.text().includes(last);) {
    // Of the very first the witness may have come too late to hear.
    last = await happen(hub, 'municipality', 'PLACED', childIdOf(home), ownMunicipality);
    for (let waited = 0; waited < 3_000 && !witness.text().includes(last); waited += 20) await pause(20);
  }
  do {
    hub.takeCalls();
    hub.takeStatements();
    await pause(100);
    // The hub's own graph is also asked for the work of webhooks, all the time.
  } while (hub.takeCalls().some((subgraph) => subgraph !== 'identification'));
}

function lastCursor(): string | null {
  return [...witness.text().matchAll(/"caseUpdates":\{[^}]*"cursor":"([^"]+)"/g)].at(-1)?.[1] ?? null;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function say(line: string): void {
  process.stderr.write(`stream hunt: ${line}\n`);
}
