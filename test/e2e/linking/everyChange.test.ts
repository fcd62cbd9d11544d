import { buildSchema, getNullableType, isInputObjectType } from 'graphql';
import { Client } from 'pg';
import { readSupergraph } from '../../../schema/files';
import { agencySubgraphs, type SubgraphName } from '../../../schema/protocol/vocabulary';
import { opaqueId } from '../../../subgraphs/demo/opaqueId';
import { awayChild } from '../../harness/awayChildren';
import type { Asker, HubAnswer } from '../../harness/hub';
import { createLifecycleHub, type LifecycleHub } from '../lifecycle/lifecycleHub';
import { races } from '../races/allRaces';
import { createRound, keysOf, prepare, roundChild, send, type Race } from '../races/race';
import { codeOf, contentOf } from './linkingHub';

const mutations = buildSchema(readSupergraph(), { assumeValid: true, assumeValidSDL: true })
  .getMutationType()!
  .getFields();
/** Every mutation that names a child, once, with an input that stands. */
const naming = races.filter(({ mutation }, index) => {
  const input = mutations[mutation]!.args.find(({ name }) => name === 'input');
  const type = input && getNullableType(input.type);
  const isFirst = races.findIndex((each) => each.mutation === mutation) === index;
  return isFirst && isInputObjectType(type) && 'child' in type.getFields();
});
/** Those about a child of whom the caller need not be told. */
const ofAnybody = ['openSocialCase', 'submitConcern', 'appointGuardian', 'requestDisclosure', 'breakGlass'];

const keyOf = ({ mutation }: Race): string => `linked-${mutation}`;
const leaderOf = (race: Race): string => opaqueId('leader', keyOf(race));
const unknown = opaqueId('away', 'nobody');

let hub: LifecycleHub;
beforeAll(async () => {
  const now = new Date();
  const children = naming
    .flatMap((race) => keysOf(keyOf(race), race))
    .map((key) => ({
      ...roundChild(key, now),
      police: awayChild(now, { key, abscondedFor: 5, reported: true }).police,
    }));
  hub = await createLifecycleHub(new Date(), children);
  await query(
    'identification',
    `INSERT INTO linked_child (child, leader, place)
     SELECT unnest(ARRAY[leader, child]), leader, unnest(ARRAY[0, 1]) FROM unnest($1::text[], $2::text[]) AS pair (leader, child)`,
    [naming.map(leaderOf), naming.map((race) => opaqueId('away', keyOf(race)))],
  );
}, 120_000);
afterAll(() => hub?.close());

test.each(naming.map((race) => [race.mutation, race] as const))(
  '%s reaches what the agency holds by the other reference, for who may change it, while the link holds',
  async (mutation, race) => {
    const round = createRound(hub, keyOf(race));
    const [leader, [asker]] = [leaderOf(race), race.askers(round)];
    const input = await prepare(race, round);
    const change = (who: Asker, child: string): Promise<HubAnswer> =>
      send(race, round, who, { ...input, child });

    const isOwned = !ofAnybody.includes(mutation);
    if (isOwned && asker.role !== 'MIGRATION_OFFICER') {
      const municipality = asker.municipality && '1480';
      const stranger = { ...asker, sub: 'stranger', municipality };
      const [nobodys, ...linked] = [
        await cost(() => change(stranger, unknown)),
        await cost(() => change(stranger, leader)),
        await cost(() => change(stranger, round.child)),
      ];
      expect(JSON.parse(nobodys!)).toMatchObject({ code: 'NOT_FOUND' });
      expect(linked).toEqual([nobodys, nobodys]);
    }

    expect((await change(asker, leader)).errors).toEqual([]);

    await query('identification', 'DELETE FROM linked_child WHERE leader = $1', [leader]);
    if (isOwned) expect(codeOf(await change(asker, leader))).toBe('NOT_FOUND');
  },
);

test('no agency has come to hold a child twice, and each names it by its own reference', async () => {
  const leaders = naming.map(leaderOf);
  for (const agency of agencySubgraphs) {
    expect(await query(agency, 'SELECT id FROM child WHERE id = ANY($1::text[])', [leaders])).toEqual([]);
    expect(
      await query(agency, 'SELECT type, child FROM outbox WHERE child = ANY($1::text[])', [leaders]),
    ).toEqual([]);
  }
  const concerns = 'SELECT child_id FROM concern WHERE child_id = ANY($1::text[])';
  expect(await query('municipality', concerns, [leaders])).toEqual([]);
});

/** Everything that a caller could tell two changes apart by, and what they cost. */
async function cost(change: () => Promise<HubAnswer>): Promise<string> {
  hub.takeCalls();
  hub.takeStatements();
  const answer = await change();
  const [calls, statements] = [hub.takeCalls().sort(), hub.takeStatements().length];
  return JSON.stringify({ code: codeOf(answer), content: contentOf(answer), calls, statements });
}

async function query(database: SubgraphName, sql: string, parameters: unknown[]): Promise<unknown[]> {
  const client = new Client({ connectionString: hub.databases[database].url });
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}
