import { Client } from 'pg';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { opaqueId } from '../../../subgraphs/demo/opaqueId';
import { awayChild } from '../../harness/awayChildren';
import type { Asker, HubAnswer } from '../../harness/hub';
import { codeOf } from '../disclosure/disclosureHub';
import { createLifecycleHub, socialWorker, type LifecycleHub } from './lifecycleHub';

/** One kind of change as two officers send it at the same moment. */
interface Race {
  readonly mutation: string;
  /** ONE: the other is told which version there is now. FIRST: it is told that it came too late. GONE: the child is not its own any more. BOTH: they commute. */
  readonly stands: 'ONE' | 'FIRST' | 'GONE' | 'BOTH';
  readonly askers: (key: string) => [Asker, Asker];
  readonly input: (earlier: HubAnswer | undefined, key: string) => object;
  readonly fields?: string;
  /** What happens before; the last answer is what the input builds on. */
  readonly before?: readonly [
    asker: (key: string) => Asker,
    mutation: string,
    input: () => object,
    fields?: string,
  ][];
}

let hub: LifecycleHub;
const two = (make: (sub: string) => Asker) => (): [Asker, Asker] => [make('a'), make('b')];
const lulea = two((sub) => socialWorker('2580', sub));
const worker = (): Asker => socialWorker('2580');
const officers = two((sub) => ({ role: 'MIGRATION_OFFICER', sub, purpose: 'CASE_WORK' }));
const board = (sub: string): Asker => ({
  role: 'GUARDIANSHIP_OFFICER',
  municipality: '2580',
  sub,
  purpose: 'GUARDIANSHIP',
});
const guardian = (key: string): Asker => ({
  role: 'GUARDIAN',
  sub: `guardian-${key}`,
  purpose: 'GUARDIANSHIP',
});
const police = two((sub) => ({ role: 'POLICE_INVESTIGATOR', sub, purpose: 'PROTECTION' }));
const back = [worker, 'recordReturn', () => ({ returnedAt: hub.at(-1) })] as const;
const asked = [worker, 'recordGuardianConsultation', () => ({ opinion: 'AGREES' }), 'version'] as const;
const told = () => ({
  absconding: {
    disappearedAt: hub.at(-4),
    policeReported: false,
    ...Object.fromEntries(
      ['migrationAgency', 'socialServices', 'home', 'school'].flatMap((who) => [
        [`${who}Informed`, true],
        [`${who}InformedAt`, hub.at(-2)],
      ]),
    ),
    closePersonsAsked: false,
    closePersonsNotAskedBecause: 'Ingen känd',
    riskOrCrimeSuspected: true,
    leftCountryLikely: false,
    boardToldByOthers: false,
    dutyUnderstood: true,
  },
});

const races: readonly Race[] = [
  {
    mutation: 'reportAbsconding',
    stands: 'ONE',
    askers: lulea,
    before: [[...back]],
    input: () => ({ abscondedAt: hub.at(0), arrivalStage: false }),
  },
  { mutation: 'recordReturn', stands: 'ONE', askers: lulea, input: () => ({ returnedAt: hub.at(-1) }) },
  {
    mutation: 'recordReturn',
    stands: 'ONE',
    askers: lulea,
    input: () => ({
      foundAt: hub.at(-1),
      foundBy: 'NGO',
      foundWhere: 'ABROAD',
      expectedVersion: 1,
    }),
  },
  {
    mutation: 'confirmLeftCountry',
    stands: 'ONE',
    askers: lulea,
    input: () => ({ by: 'POLICE', country: 'DEU' }),
  },
  {
    mutation: 'recordGuardianConsultation',
    stands: 'ONE',
    askers: lulea,
    input: () => ({ opinion: 'AGREES', expectedVersion: 1 }),
    fields: 'version',
  },
  {
    mutation: 'closeSocialCase',
    stands: 'ONE',
    askers: lulea,
    before: [[...back], [...asked]],
    input: () => ({}),
    fields: 'version',
  },
  {
    mutation: 'openSocialCase',
    stands: 'FIRST',
    askers: () => [socialWorker('0180'), socialWorker('1480')],
    before: [[...back], [...asked], [worker, 'closeSocialCase', () => ({}), 'version']],
    input: () => ({ caseNumber: 'SN 1' }),
    fields: 'version',
  },
  {
    mutation: 'assessImmediateCare',
    stands: 'ONE',
    askers: lulea,
    input: () => ({ takenIntoCare: true, grounds: 'Prövat' }),
    fields: 'version',
  },
  {
    mutation: 'recordCareOrderSteps',
    stands: 'ONE',
    askers: lulea,
    before: [[worker, 'assessImmediateCare', () => ({ takenIntoCare: true, grounds: 'Prövat' }), 'version']],
    input: (earlier) => ({
      submittedAt: hub.at(0),
      expectedVersion: earlier!.data.assessImmediateCare.version,
    }),
    fields: 'version',
  },
  {
    mutation: 'recordInformed',
    stands: 'BOTH',
    askers: lulea,
    input: () => ({ receiver: 'GUARDIAN', subject: 'ABSCONDING' }),
  },
  {
    mutation: 'recordReconciliationMeeting',
    stands: 'BOTH',
    askers: lulea,
    input: () => ({ participants: ['POLICE'], outcome: 'Vi söker vidare' }),
  },
  {
    mutation: 'recordHandover',
    stands: 'BOTH',
    askers: lulea,
    input: () => ({ toMunicipality: '0180', consent: 'GUARDIAN', byPhone: true }),
    fields: 'byPhone',
  },
  {
    mutation: 'fileMissingPersonReport',
    stands: 'BOTH',
    askers: (key) => [guardian(key), worker()],
    input: () => ({ form: { givenName: 'A', familyName: 'B', abscondedAt: hub.at(-5) } }),
    fields: 'reportNumber',
  },
  { mutation: 'recordFound', stands: 'BOTH', askers: lulea, input: () => ({ foundIn: '0180' }) },
  {
    mutation: 'updateMissingPersonReport',
    stands: 'ONE',
    askers: police,
    before: [
      [
        worker,
        'fileMissingPersonReport',
        () => ({ form: { givenName: 'A', familyName: 'B', abscondedAt: hub.at(-5) } }),
        'reportNumber',
      ],
    ],
    input: (earlier) => ({
      child: undefined,
      reportNumber: earlier!.data.fileMissingPersonReport.reportNumber,
      outcome: 'SOLVED',
    }),
    fields: 'reportNumber',
  },
  {
    mutation: 'assignMunicipality',
    stands: 'ONE',
    askers: officers,
    input: () => ({ municipality: '1480', ground: 'NEXT_IN_TURN', expectedVersion: 1 }),
    fields: 'version',
  },
  {
    mutation: 'closeAsylumCase',
    stands: 'ONE',
    askers: officers,
    input: () => ({ reason: 'ABSCONDED', guardianAskedOn: hub.now().toISOString().slice(0, 10) }),
    fields: 'version',
  },
  {
    mutation: 'appointGuardian',
    stands: 'BOTH',
    askers: two(board),
    input: () => ({ kind: 'GOD_MAN', guardianPrincipal: 'another', guardianName: 'Gode Man' }),
    fields: 'version',
  },
  {
    mutation: 'endGuardianship',
    stands: 'ONE',
    askers: two(board),
    input: () => ({ reason: 'OTHER', expectedVersion: 1 }),
    fields: 'version',
  },
  {
    mutation: 'submitGuardianReport',
    stands: 'FIRST',
    askers: (key) => [guardian(key), guardian(key)],
    input: told,
  },
  {
    mutation: 'transferGuardianship',
    stands: 'GONE',
    askers: two(board),
    before: [[guardian, 'submitGuardianReport', told]],
    input: () => ({}),
  },
];
const keyOf = (index: number, what: string): string => `race-${index}-${what}`;

beforeAll(async () => {
  const now = new Date();
  const children = races.flatMap((_race, index) =>
    ['two', 'twice'].map((what) =>
      withOpenCase(awayChild(now, { key: keyOf(index, what), abscondedFor: 5 })),
    ),
  );
  hub = await createLifecycleHub(now, children);
}, 60_000);
afterAll(() => hub?.close());

/** Decided or not, the Migration Agency still has the case. */
function withOpenCase(child: DemoChild): DemoChild {
  for (const asylumCase of child.migration?.asylumCases ?? [])
    Object.assign(asylumCase, { status: 'OPEN', closedOn: null, lmaEntitled: true });
  return { ...child, municipality: { ...child.municipality!, careOrders: [] } };
}

const cases = races.map((race, index) => [race.mutation, race.stands, race, index] as const);

describe('two who act on the same child at the same moment', () => {
  test.each(cases)('%s: %s of them stands', async (_mutation, stands, race, index) => {
    const key = keyOf(index, 'two');
    const input = await prepare(race, key);
    const answers = await Promise.all(race.askers(key).map((asker) => send(race, asker, input)));
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
    const key = keyOf(index, 'twice');
    const input = await prepare(race, key);
    const [asker] = race.askers(key);
    const before = await writtenAbout(key);
    const answers = await Promise.all([1, 2].map(() => send(race, asker, input, `key-${index}`)));
    expect(answers.map(codeOf)).toEqual([undefined, undefined]);
    expect(answers[1]!.data).toEqual(answers[0]!.data);
    const once = await writtenAbout(key);
    await send(race, asker, input, `key-${index}`);
    expect(await writtenAbout(key)).toEqual(once);
    expect(once).not.toEqual(before);
  },
);

async function prepare(race: Race, key: string): Promise<object> {
  const child = opaqueId('away', key);
  let earlier: HubAnswer | undefined;
  for (const [asker, mutation, input, fields = 'id'] of race.before ?? []) {
    earlier = await hub.change(asker(key), mutation, { child, ...input() }, fields);
    expect(earlier.errors).toEqual([]);
  }
  return { child, ...race.input(earlier, key) };
}

function send(race: Race, asker: Asker, input: object, key?: string): Promise<HubAnswer> {
  return hub.change(asker, race.mutation, input, race.fields ?? 'id', key);
}

/** Rows and their versions in every agency's tables about a child, and its events. */
async function writtenAbout(key: string): Promise<Record<string, string>> {
  const child = opaqueId('away', key);
  const written: Record<string, string> = {};
  for (const agency of agencySubgraphs) {
    const client = new Client({ connectionString: hub.databases[agency].url });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string; versioned: boolean }>(
      `SELECT table_name AS name, EXISTS (SELECT FROM information_schema.columns v
         WHERE v.table_name = c.table_name AND v.column_name = 'version') AS versioned
       FROM information_schema.columns c WHERE column_name = 'child_id' AND table_schema = 'public'`,
    );
    for (const { name, versioned } of [...tables, { name: 'outbox', versioned: false }]) {
      const { rows } = await client.query<{ written: string }>(
        `SELECT concat(count(*), ' ', ${versioned ? 'sum(version)' : "''"}) AS written FROM ${name}
         WHERE ${name === 'outbox' ? 'child' : 'child_id'} = $1`,
        [child],
      );
      written[`${agency}.${name}`] = rows[0]!.written;
    }
    await client.end();
  }
  return written;
}
