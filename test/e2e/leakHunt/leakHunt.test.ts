import fc from 'fast-check';
import { acceptedPurposes } from '../../../schema/access/acceptedPurposes';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import { createTestHub, type TestHub } from '../../harness/hub';
import { childIdOf, dossierOf, situations, type Situation } from '../matrix/matrixWorld';
import { seats } from '../matrix/seats';
import { createHunter, type Hunted, type Hunter } from './createHunter';
import { decideFor, decisionKinds, isDecidable } from './decisions';
import { createMarkedWorld, type MarkedWorld } from './markers';
import { everything, operation } from './operations';
import { answeredWays, askElsewhere, elsewhereCount, refusedWays, sendAs, type RequestWay } from './requests';

/** As many as fit a test run; `npm run leak-hunt` sends at least 20,000, drawn anew each time. */
const operations = Number(process.env['LEAK_HUNT_OPERATIONS'] ?? 250);
const fullHunt = process.env['LEAK_HUNT_OPERATIONS'] !== undefined;
const batch = 500;

let hub: TestHub;
let hunter: Hunter;
/** Of the cases in which something is decided. */
let number = 0;
let decidable: readonly string[];
let world: MarkedWorld;
beforeAll(async () => {
  world = createMarkedWorld(new Date());
  decidable = [...new Set(world.markers.map(({ place }) => place))].filter(isDecidable);
  hub = await createTestHub({ children: world.children, env: { SEARCH_BUDGET_FACTOR: '1000000' } });
  hunter = await createHunter(hub, world);
}, 60_000);
afterAll(async () => {
  await hunter?.close();
  await hub?.close();
});

const question = fc.record({
  operation,
  seat: fc.constantFrom(...seats),
  situation: fc.constantFrom(...situations),
  choice: fc.nat(),
  identifyFirst: fc.boolean(),
  /** What is decided for the asker before. */
  decision: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.constantFrom(...decisionKinds, 'GRANTED', 'GRANTED', 'GLASS'),
  ),
  /** Who does not answer meanwhile. */
  silent: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constantFrom(...agencySubgraphs)),
  way: fc.oneof(
    { weight: 6, arbitrary: fc.constant<RequestWay>('POST') },
    { weight: 2, arbitrary: fc.constantFrom<RequestWay>(...answeredWays) },
    { weight: 2, arbitrary: fc.constantFrom<RequestWay>(...refusedWays) },
  ),
  /** What is asked of the hub beside. */
  elsewhere: fc.nat(elsewhereCount - 1),
});
type Question = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

test(
  'no marker comes out that the table does not let out, and each that does has its row in the log',
  async () => {
    const { seed } = fullHunt ? { seed: Date.now() & 0x7fffffff } : { seed: 20_261_121 };
    const { counts } = hunter;
    // A property that keeps no more than one batch: the hunt may be as long as one likes.
    for (let sent = 0; sent < operations; sent += batch) {
      const numRuns = Math.min(batch, operations - sent);
      await fc.assert(fc.asyncProperty(question, hunt), { numRuns, seed: seed + sent });
      if (fullHunt)
        say(
          `${sent + numRuns} of ${operations} operations, ${counts.appeared} markers let out (seed ${seed})`,
        );
    }
    // A hunt in which nothing came out at all would have hunted nothing.
    expect(counts.appeared).toBeGreaterThan(operations / 10);
    expect(counts.opened).toBeGreaterThan(operations / 500);
    hunter.expectSilent((await hub.metrics.text()).body);
    say(
      `${operations} operations, ${counts.appeared} markers let out as the table and ${counts.opened} as a decision says`,
    );
  },
  60_000 + operations * 400,
);

async function hunt(given: Question): Promise<void> {
  const { seat, situation, choice, identifyFirst, decision, silent } = given;
  const accepted = acceptedPurposes(seat.asker.role);
  const purpose = accepted[choice % accepted.length]!;
  // What is decided holds for its case alone.
  const matter = decision ? `decided-${(number += 1)}` : String(identifyFirst);
  const caseReference = `${seat.column}-${seat.asker.sub ?? ''}${seat.asker.municipality ?? ''}-${matter}`;
  const sub = seat.asker.sub ?? seat.column;
  const hunted: Hunted = { seat, asker: { ...seat.asker, sub, purpose, caseReference } };
  const { asker } = hunted;
  hub.takeLog();
  if (identifyFirst) await identify(hunted, situation);
  const place = decidable[choice % decidable.length]!;
  const decided = decision
    ? await decideFor(hub, decision, { ...asker, column: seat.column }, situation, place)
    : null;
  if (silent) hub.disturb(silent, () => Promise.reject(new Error('connect ECONNREFUSED')));
  // After a decision about one field the whole child is asked for: nothing may have opened beside it.
  const { text, way } = decided ? everything : given.operation;
  const variables = { id: childIdOf(situation), dossier: dossierOf(situation) };
  const answer = await sendAs(given.way, hub, asker, text, variables);
  const beside = await askElsewhere(given.elsewhere, hub, asker, variables.id);
  if (silent) hub.disturb(silent, null);
  if (way === 'IDENTIFY') hunter.noteIdentified(hunted, situation);
  hub.takeCalls();
  hub.takeStatements();

  hunter.expectSilent(hub.takeLog());
  hunter.expectNone(beside);
  if (refusedWays.some((refused) => refused === given.way)) hunter.expectNone(answer);
  await hunter.expectAllowed([answer, ...(decided?.texts ?? [])].join('\n'), hunted, {
    // A list is about all that are one's own.
    about: (of) => of === situation || way === 'CASELOAD',
    opens: (marker) => marker.situation === situation && decided?.opens(marker) === true,
  });
}

async function identify(hunted: Hunted, situation: Situation): Promise<void> {
  const text =
    'query ($dossier: String!) { identify(criteria: { dossierNumber: $dossier }, foundIn: "0180") { outcome } }';
  hunter.expectNone(await sendAs('POST', hub, hunted.asker, text, { dossier: dossierOf(situation) }));
  hunter.noteIdentified(hunted, situation);
}

function say(line: string): void {
  process.stderr.write(`leak hunt: ${line}\n`);
}
