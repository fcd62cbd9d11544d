import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createSigner } from '../../../../schema/protocol/signing';
import { dutyClockKind, hashQuestion } from '../../../../schema/protocol/dutyClock';
import { agencySubgraphs } from '../../../../schema/protocol/vocabulary';
import { reconcile } from '../../../../gateway/audit/verify/reconcile';
import { createFindings, type Finding } from '../../../../gateway/audit/verify/finding';
import { opaqueId } from '../../../../subgraphs/demo/opaqueId';
import { lookAtDue } from '../../../../subgraphs/identification/clock/lookAtDue';
import { sweepAll } from '../../../../subgraphs/identification/clock/sweep';
import { awayChild } from '../../../harness/awayChildren';
import { createClockHub, type ClockHub } from '../../../harness/clockHub';

const now = new Date();
const [open, hidden] = [opaqueId('away', 'open'), opaqueId('away', 'hidden')];
let hub: ClockHub;
beforeAll(async () => {
  const children = [
    awayChild(now, { key: 'open', abscondedFor: 30, reported: true }),
    awayChild(now, { key: 'hidden', abscondedFor: 30, reported: true, protectedIdentity: true }),
  ];
  hub = await createClockHub(children, now);
}, 60_000);
afterAll(() => hub?.close());

const clockCall = (query: string, variables = {}, signed = query) =>
  hub.sign(dutyClockKind, { operationId: randomUUID(), asks: hashQuestion(signed, variables) });
const askClock = (agency: (typeof agencySubgraphs)[number], query: string, variables = {}) =>
  hub.ask(agency, { query, variables, assertion: '', dutyClock: clockCall(query, variables) });
const entities = (fields: string): string =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Child { id ${fields} } } }`;
const of = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'Child', id })) });

test('the clock is given the facts, and of a protected child none', async () => {
  const { data, errors } = await askClock(
    'municipality',
    entities('municipalityFacts { registered caseStatus episodes { abscondedAt } }'),
    of(open, hidden),
  );
  expect(errors).toBeUndefined();
  const [known, unknown] = (data as { _entities: { municipalityFacts: object }[] })._entities;
  expect(known!.municipalityFacts).toMatchObject({ registered: true, caseStatus: 'OPEN' });
  expect(unknown!.municipalityFacts).toEqual({ registered: false, caseStatus: null, episodes: [] });
});

test.each([
  [
    'municipality',
    'socialCase { status } placement { address } episodes { abscondedAt } description { heightCm }',
  ],
  [
    'migration',
    'names { given } birthDate dossierNumber asylumCase { status } assignment { municipality { code } }',
  ],
  ['police', 'missingPersonReport { reportNumber } nationalAlertActive foundEvents { at }'],
  ['guardianship', 'guardian { name phone } guardianship { kind }'],
] as const)('of what %s holds beside them it is given nothing', async (agency, fields) => {
  const { data } = await askClock(agency, entities(fields), of(open));
  const [child] = (data as { _entities: Record<string, unknown>[] })._entities;
  expect(Object.values({ ...child, id: null }).filter((value) => value !== null)).toEqual([]);
});

test('it is told about whom something may be due, and never of a protected child', async () => {
  for (const agency of agencySubgraphs) {
    const { data } = await askClock(agency, `{ ${agency}DutyChildren(after: "", first: 10) }`);
    expect(JSON.stringify(data)).not.toContain(hidden);
  }
  const { data } = await askClock('municipality', '{ municipalityDutyChildren(after: "", first: 10) }');
  expect(data).toEqual({ municipalityDutyChildren: [open] });
});

test.each([
  [
    'candidates',
    '{ policeCandidates(criteria: { dossierNumber: "12-410001" }) { child } }',
    { policeCandidates: [] },
  ],
  ['access facts', `{ policeAccessFacts(children: ["${open}"]) { child } }`, { policeAccessFacts: [] }],
  ['a list', '{ policeCaseload }', { policeCaseload: [] }],
])('it finds out nothing by asking for %s', async (_what, query, expected) => {
  expect((await askClock('police', query)).data).toEqual(expected);
});

test('it can change nothing', async () => {
  const query = `mutation { release(input: { child: "${open}", toAgency: POLICE, rows: ["municipality.photo"],
    basis: "OSL_10_2" }) { id } }`;
  const { errors } = await askClock('municipality', query);
  expect(errors![0]!.extensions['code']).toBe('UNAUTHENTICATED');
});

test('a call opens nothing but the question it was signed for, by the hub', async () => {
  const query = '{ municipalityDutyChildren(after: "", first: 10) }';
  const { privateKey } = generateKeyPairSync('ed25519');
  const stranger = createSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const call = { operationId: randomUUID(), asks: hashQuestion(query) };
  const tokens = [
    clockCall('{ municipalityDutyChildren(after: "", first: 1) }'),
    clockCall(query, { after: 'x' }),
    stranger(dutyClockKind, call),
    hub.sign('assertion', call),
    '',
  ];
  for (const dutyClock of tokens) {
    const { data, errors } = await hub.ask('municipality', { query, assertion: '', dutyClock });
    expect(data).toBeNull();
    expect(errors![0]!.extensions['code']).toBe('UNAUTHENTICATED');
  }
});

test('what is the clock’s is answered to nobody else', async () => {
  const assertion = hub.sign('assertion', {
    operationId: randomUUID(),
    operationName: null,
    principal: {
      id: 'worker',
      role: 'SOCIAL_WORKER',
      agency: 'MUNICIPALITY',
      municipality: '2580',
      acr: 'loa3',
    },
    purpose: 'CASE_WORK',
    caseReference: 'own-1',
  });
  for (const agency of agencySubgraphs) {
    for (const field of [
      `${agency}DutyHidden(children: ["${hidden}"])`,
      `${agency}DutyChildren(after: "", first: 1)`,
      `${agency}DutyChanges(first: 1) { position }`,
    ]) {
      const { data, errors } = await hub.ask(agency, { query: `{ ${field} }`, assertion });
      expect([data, errors![0]!.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    }
  }
});

describe('the agencies’ logs and the hub’s own record', () => {
  beforeAll(async () => {
    const clock = await hub.newProcess();
    for (const agency of agencySubgraphs) {
      await hub.sql(agency, 'ALTER TABLE disclosure DISABLE TRIGGER USER');
      await hub.sql(agency, 'DELETE FROM disclosure');
    }
    await sweepAll(clock);
    await lookAtDue(clock);
  });

  test('hold what the clock was told, under its own name', async () => {
    const rows = await hub.sql<{ fields: string[] }>(
      'municipality',
      `SELECT fields FROM disclosure WHERE principal_id = 'DUTY_CLOCK' AND role = 'DUTY_CLOCK'
        AND purpose = 'DUTY_CLOCK' AND $1 = ANY (children)`,
      [open],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.flatMap(({ fields }) => fields)).toContain('Child.municipalityFacts');
  });

  test('agree', async () => {
    expect(await findings()).toEqual([]);
  });

  test('show a question that the hub has no record of, and an answer that an agency has none of', async () => {
    const query = '{ municipalityDutyChildren(after: "", first: 10) }';
    await hub.ask('municipality', { query, assertion: '', dutyClock: clockCall(query) });
    await hub.sql('police', `DELETE FROM disclosure WHERE $1 = ANY (children)`, [open]);
    const kinds = new Set((await findings()).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['UNKNOWN_TO_HUB', 'NOT_IN_AGENCY_LOG']));
  });
});

async function findings(): Promise<readonly Finding[]> {
  const found = createFindings();
  const connect = async (name: keyof ClockHub['databases']): Promise<Client> => {
    const client = new Client({ connectionString: hub.databases[name].url });
    await client.connect();
    await client.query('BEGIN');
    return client;
  };
  const duty = await connect('identification');
  // No operation of anybody: the hub's log of those is empty.
  await duty.query(`CREATE SCHEMA audit; CREATE TABLE audit.entry (leaf_index bigint, operation_id uuid,
    recorded_at timestamptz, principal_id text, role text, purpose text, receipts text[])`);
  const agencies = new Map(
    await Promise.all(agencySubgraphs.map(async (name) => [name, await connect(name)] as const)),
  );
  await reconcile({ hub: duty, duty, agencies, findings: found, underWaySince: new Date(8.64e15) });
  for (const client of [duty, ...agencies.values()]) {
    await client.query('ROLLBACK');
    await client.end();
  }
  return found.all;
}
