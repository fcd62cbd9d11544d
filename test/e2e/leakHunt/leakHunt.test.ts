import fc from 'fast-check';
import { Client } from 'pg';
import { acceptedPurposes } from '../../../schema/access/acceptedPurposes';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import { createTestHub, type TestHub } from '../../harness/hub';
import { childIdOf, dossierOf, situations } from '../matrix/matrixWorld';
import { seats } from '../matrix/seats';
import { createMarkedWorld, mayAppear, type MarkedWorld } from './markers';
import { decideFor, decisionKinds, isDecidable } from './decisions';
import { everything, operation } from './operations';

/** As many as fit a test run; `npm run leak-hunt` sends at least 20,000, drawn anew each time. */
const operations = Number(process.env['LEAK_HUNT_OPERATIONS'] ?? 250);
const fullHunt = process.env['LEAK_HUNT_OPERATIONS'] !== undefined;
const batch = 500;

let hub: TestHub;
/** The audit log, to look for what was given out. */
let log: Client;
let appeared = 0;
let opened = 0;
/** Of the cases in which something is decided. */
let number = 0;
let decidable: readonly string[];
/** Who has identified whom, for which purpose and case: it holds for their later questions, too. */
const identifications = new Set<string>();
let world: MarkedWorld;
beforeAll(async () => {
  world = createMarkedWorld(new Date());
  decidable = [...new Set(world.markers.map(({ place }) => place))].filter(isDecidable);
  hub = await createTestHub({ children: world.children, env: { SEARCH_BUDGET_FACTOR: '1000000' } });
  log = new Client({ connectionString: hub.databases.audit.url });
  await log.connect();
}, 60_000);
afterAll(async () => {
  await log?.end();
  await hub?.close();
});

const question = fc.record({
  query: operation,
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
});
type Question = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

test(
  'no marker comes out that the table does not let out, and each that does has its row in the log',
  async () => {
    const { seed } = fullHunt ? { seed: Date.now() & 0x7fffffff } : { seed: 20_261_121 };
    // A property that keeps no more than one batch: the hunt may be as long as one likes.
    for (let sent = 0; sent < operations; sent += batch) {
      const numRuns = Math.min(batch, operations - sent);
      await fc.assert(fc.asyncProperty(question, hunt), { numRuns, seed: seed + sent });
      if (fullHunt)
        say(`${sent + numRuns} of ${operations} operations, ${appeared} markers let out (seed ${seed})`);
    }
    // A hunt in which nothing came out at all would have hunted nothing.
    expect(appeared).toBeGreaterThan(operations / 10);
    expect(opened).toBeGreaterThan(operations / 500);
    say(
      `${operations} operations, ${appeared} markers let out as the table and ${opened} as a decision says`,
    );
  },
  60_000 + operations * 400,
);

async function hunt(given: Question): Promise<void> {
  const { seat, situation, choice, identifyFirst, decision, silent } = given;
  const accepted = acceptedPurposes(seat.asker.role);
  const purpose = accepted[choice % accepted.length]!;
  // After a decision about one field the whole child is asked for: nothing may have opened beside it.
  const query = given.decision ? everything : given.query;
  // What is decided holds for its case alone.
  const matter = decision ? `decided-${(number += 1)}` : String(identifyFirst);
  const caseReference = `${seat.column}-${seat.asker.sub ?? ''}${seat.asker.municipality ?? ''}-${matter}`;
  const asker = { ...seat.asker, sub: `${seat.asker.sub ?? seat.column}`, purpose, caseReference };
  const dossier = dossierOf(situation);
  hub.takeLog();
  if (identifyFirst) {
    await hub.ask(
      asker,
      'query ($d: String!) { identify(criteria: { dossierNumber: $d }, foundIn: "0180") { outcome } }',
      {
        d: dossier,
      },
    );
  }
  const place = decidable[choice % decidable.length]!;
  const decided = decision
    ? await decideFor(hub, decision, { ...asker, column: seat.column }, situation, place)
    : null;
  if (silent) hub.disturb(silent, () => Promise.reject(new Error('connect ECONNREFUSED')));
  const byDossier = query.includes('$dossier');
  const { text } = await hub.ask(asker, query, byDossier ? { dossier } : { id: childIdOf(situation) });
  if (silent) hub.disturb(silent, null);
  const identification = [seat.asker.role, asker.sub, purpose, caseReference, situation.name].join(' ');
  if (identifyFirst || byDossier) identifications.add(identification);
  const identified = identifications.has(identification);
  const seen = [text, ...(decided?.texts ?? []), hub.takeLog()].join('\n');
  hub.takeCalls();
  hub.takeStatements();
  const asking = { column: seat.column, purpose, related: seat.related(situation), identified };
  const out = world.markers.filter((marker) => seen.includes(marker.text));
  const byTable = out.filter((marker) => marker.situation === situation && mayAppear(marker, asking));
  const byDecision = out.filter(
    (marker) => marker.situation === situation && !byTable.includes(marker) && decided?.opens(marker),
  );
  expect(out.filter((marker) => !byTable.includes(marker) && !byDecision.includes(marker))).toEqual([]);
  appeared += byTable.length;
  opened += byDecision.length;
  if (out.length > 0) await expectAudited(childIdOf(situation), asker.sub);
}

function say(line: string): void {
  process.stderr.write(`leak hunt: ${line}\n`);
}

async function expectAudited(child: string, principal: string): Promise<void> {
  const { rows } = await log.query<{ fields: number }>(
    `SELECT cardinality(fields_disclosed) AS fields FROM audit.entry WHERE child = $1 AND principal_id = $2
     ORDER BY leaf_index DESC LIMIT 1`,
    [child, principal],
  );
  expect(rows[0]?.fields).toBeGreaterThan(0);
}
