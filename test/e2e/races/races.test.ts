import { parse } from 'graphql';
import { Client } from 'pg';
import { readSupergraph } from '../../../schema/files';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import type { Asker } from '../../harness/hub';
import { codeOf } from '../disclosure/disclosureHub';
import { createLifecycleHub, socialWorker, type LifecycleHub } from '../lifecycle/lifecycleHub';
import { races } from './allRaces';
import { createRound, keysOf, migration, prepare, roundChild, send, worker, type Round } from './race';

const rounds = [0, 1, 2, 3];
const roundKey = (number: number): string => `together-${number}`;
const tries = ['two', 'twice'] as const;
const keyOf = (index: number, what: string): string => `race-${index}-${what}`;

let hub: LifecycleHub;
beforeAll(async () => {
  const now = new Date();
  const keys = races.flatMap((race, index) => tries.flatMap((what) => keysOf(keyOf(index, what), race)));
  keys.push(...rounds.map(roundKey));
  const children = keys.map((key) => roundChild(key, now));
  // From now on, not from before the children were made: what the hub signs ends by the machine's clock.
  hub = await createLifecycleHub(new Date(), children);
}, 120_000);
afterAll(() => hub?.close());

test('every mutation of the graph is tried', () => {
  const mutations = parse(readSupergraph(), { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === 'ObjectTypeDefinition' && definition.name.value === 'Mutation'
      ? (definition.fields ?? [])
      : [],
  );
  // What the hub alone may call is reached through those that everybody may.
  const open = mutations.filter(({ directives = [] }) =>
    directives.every(({ name }) => name.value !== 'inaccessible'),
  );
  const tried = new Set(races.map(({ mutation }) => mutation));
  expect([...tried].sort()).toEqual(open.map(({ name }) => name.value).sort());
});

const cases = races.map((race, index) => [race.mutation, race.stands, race, index] as const);

describe('two who act on the same child at the same moment', () => {
  test.each(cases)('%s: %s of them stands', async (_mutation, stands, race, index) => {
    const round = createRound(hub, keyOf(index, 'two'));
    const input = await prepare(race, round);
    const answers = await Promise.all(race.askers(round).map((asker) => send(race, round, asker, input)));
    const codes = answers.map(codeOf).sort();
    const late = { ONE: 'CONFLICT', FIRST: 'CONFLICT', GONE: 'NOT_FOUND', BOTH: undefined }[stands];
    expect(codes).toEqual([late, undefined]);
    const refused = answers.find((answer) => codeOf(answer) === 'CONFLICT');
    if (stands === 'ONE') expect(refused!.errors[0]!.extensions['version']).toEqual(expect.any(Number));
  });
});

test.each(cases)(
  '%s sent twice at once under one key is one change',
  async (_mutation, _stands, race, index) => {
    const round = createRound(hub, keyOf(index, 'twice'));
    const input = await prepare(race, round);
    const [asker] = race.askers(round);
    const before = await allThatIsWritten();
    const answers = await Promise.all([1, 2].map(() => send(race, round, asker, input, `key-${index}`)));
    expect(answers.map(codeOf)).toEqual([undefined, undefined]);
    expect(answers[1]!.data).toEqual(answers[0]!.data);
    const once = await allThatIsWritten();
    await send(race, round, asker, input, `key-${index}`);
    expect(await allThatIsWritten()).toEqual(once);
    expect(once).not.toEqual(before);
  },
);

test.each(rounds)('everything at once leaves nobody waiting for the other, round %i', async (number) => {
  const round = createRound(hub, roundKey(number));
  const ids = await prepareAll(round);
  const sent = everythingAbout(round, ids).flatMap((each) => [each, each]);
  const answers = await Promise.all(
    sent.map(([mutation, input, asker = worker]) => hub.change(asker, mutation, input, '__typename')),
  );
  // Whoever waits too long on a busy machine is told so; two that wait for each other are a fault of the hub.
  const faults = answers.flatMap(({ errors }) =>
    errors.filter(({ extensions }) => extensions['code'] === 'INTERNAL'),
  );
  expect(faults).toEqual([]);
});

/** Two reports of concern, the one assessed. */
async function prepareAll({ child, change }: Round): Promise<{ concerns: string[]; protection: string }> {
  const raised = { municipality: '2580', text: 'Barnet mår dåligt', child };
  const one = await change(worker, 'submitConcern', raised);
  const other = await change(worker, 'submitConcern', raised);
  const assessed = await change(worker, 'assessProtection', { child: undefined, concern: one['id'] });
  return { concerns: [one['id']!, other['id']!], protection: assessed['id']! };
}

function everythingAbout(
  { child }: Round,
  { concerns, protection: id }: { concerns: string[]; protection: string },
): [mutation: string, input: object, asker?: Asker][] {
  return [
    ...concerns.map((concern): [string, object] => ['assessProtection', { concern }]),
    ['decideInvestigation', { id, open: true }],
    ['informReporter', { id }],
    ['submitConcern', { municipality: '2580', text: 'Igen', child }],
    ['assessImmediateCare', { child, takenIntoCare: true, grounds: 'Prövat' }],
    ['recordPlacement', { child, type: 'HVB', municipality: '2581' }],
    ['recordDescription', { child, hair: 'rött' }],
    ['recordCareReview', { child, kind: 'CONSIDERED', outcome: 'CONTINUES' }],
    ['recordInformed', { child, receiver: 'GUARDIAN', subject: 'ABSCONDING' }],
    ['recordReconciliationMeeting', { child, participants: ['POLICE'], outcome: 'Vi söker' }],
    ['recordHandover', { child, toMunicipality: '0180', consent: 'GUARDIAN', byPhone: true }],
    ['openSocialCase', { child, caseNumber: 'SN 1' }, socialWorker('0180')],
    ['acknowledgeDuty', { child, kind: 'INFORM_MIGRATION_AGENCY_24H' }],
    ['recordFound', { child, foundIn: '2580' }],
    ['assignMunicipality', { child, municipality: '1480', ground: 'NEXT_IN_TURN' }, migration('a')],
  ];
}

/** What of the hub's own tables is somebody's change; the others note who asked what. */
const changedTables = [
  'consent',
  'disclosure_request',
  'break_glass',
  'owner_notice',
  'child_link',
  'linked_child',
  'log_review',
  'webhook',
  'dead_letter',
  'outbox',
];

/** A digest of every table that changes are written to, of every agency and the hub. */
async function allThatIsWritten(): Promise<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const agency of [...agencySubgraphs, 'identification'] as const) {
    const client = new Client({ connectionString: hub.databases[agency].url });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public'
         AND ($1 <> 'identification' AND (column_name = 'child_id' OR table_name IN ('child', 'outbox'))
           OR $1 = 'identification' AND table_name = ANY($2))`,
      [agency, changedTables],
    );
    for (const { name } of tables) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM ${name} t`,
      );
      written[`${agency}.${name}`] = rows[0]!.digest;
    }
    await client.end();
  }
  return written;
}
