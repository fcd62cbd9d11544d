import fc from 'fast-check';
import { Client } from 'pg';
import { acceptedPurposes } from '../../../schema/access/acceptedPurposes';
import { createTestHub, type TestHub } from '../../harness/hub';
import { childIdOf, dossierOf, situations, type Situation } from '../matrix/matrixWorld';
import { seats, type Seat } from '../matrix/seats';
import { createMarkedWorld, mayAppear, type MarkedWorld } from './markers';
import { operation } from './operations';

/** As many as fit a test run; `npm run leak-hunt` sends at least 20,000. */
const operations = Number(process.env['LEAK_HUNT_OPERATIONS'] ?? 250);

let hub: TestHub;
let appeared = 0;
/** Who has identified whom, for which purpose and case: it holds for their later questions, too. */
const identifications = new Set<string>();
let world: MarkedWorld;
beforeAll(async () => {
  world = createMarkedWorld(new Date());
  hub = await createTestHub({ children: world.children, env: { SEARCH_BUDGET_FACTOR: '1000000' } });
}, 60_000);
afterAll(() => hub?.close());

test(
  'no marker comes out that the table does not let out, and each that does has its row in the log',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        operation,
        fc.constantFrom(...seats),
        fc.constantFrom(...situations),
        fc.nat(),
        fc.boolean(),
        (query, seat, situation, choice, identifyFirst) =>
          hunt(query, seat, situation, choice, identifyFirst),
      ),
      // The same operations in every test run; the full hunt draws anew each time.
      { numRuns: operations, ...(process.env['LEAK_HUNT_OPERATIONS'] ? {} : { seed: 20_261_121 }) },
    );
    // A hunt in which nothing came out at all would have hunted nothing.
    expect(appeared).toBeGreaterThan(operations / 10);
    process.stderr.write(
      `leak hunt: ${operations} operations, ${appeared} markers let out as the table says\n`,
    );
  },
  60_000 + operations * 200,
);

async function hunt(
  query: string,
  seat: Seat,
  situation: Situation,
  choice: number,
  identifyFirst: boolean,
): Promise<void> {
  const accepted = acceptedPurposes(seat.asker.role);
  const purpose = accepted[choice % accepted.length]!;
  const caseReference = `${seat.column}-${seat.asker.sub ?? ''}${seat.asker.municipality ?? ''}-${identifyFirst}`;
  const asker = { ...seat.asker, sub: `${seat.asker.sub ?? seat.column}`, purpose, caseReference };
  const dossier = dossierOf(situation);
  if (identifyFirst) {
    await hub.ask(
      asker,
      'query ($d: String!) { identify(criteria: { dossierNumber: $d }, foundIn: "0180") { outcome } }',
      {
        d: dossier,
      },
    );
  }
  hub.takeLog();
  const byDossier = query.includes('$dossier');
  const { text } = await hub.ask(asker, query, byDossier ? { dossier } : { id: childIdOf(situation) });
  const identification = [seat.asker.role, asker.sub, purpose, caseReference, situation.name].join(' ');
  if (identifyFirst || byDossier) identifications.add(identification);
  const identified = identifications.has(identification);
  const seen = `${text}\n${hub.takeLog()}`;
  const asking = { column: seat.column, purpose, related: seat.related(situation), identified };
  const out = world.markers.filter((marker) => seen.includes(marker.text));
  expect(out.filter((marker) => marker.situation !== situation || !mayAppear(marker, asking))).toEqual([]);
  appeared += out.length;
  if (out.length > 0) await expectAudited(childIdOf(situation), asker.sub);
}

async function expectAudited(child: string, principal: string): Promise<void> {
  const client = new Client({ connectionString: hub.databases.audit.url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT cardinality(fields_disclosed) AS fields FROM audit.entry WHERE child = $1 AND principal_id = $2
       ORDER BY occurred_at DESC LIMIT 1`,
      [child, principal],
    );
    expect(rows[0]?.fields).toBeGreaterThan(0);
  } finally {
    await client.end();
  }
}
