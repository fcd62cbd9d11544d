import { Client } from 'pg';
import { createTestHub, type Asker, type HubAnswer, type TestHub } from '../../harness/hub';
import { opaqueId } from '../../../subgraphs/demo/opaqueId';
import { awayChild, type Away } from '../../harness/awayChildren';

const now = new Date();
const away: Away[] = [
  { key: 'fresh', abscondedFor: 2 },
  { key: 'older', abscondedFor: 20, reported: true },
  { key: 'missing', abscondedFor: 24 * 100, reported: true },
  { key: 'late', abscondedFor: 30 },
  { key: 'untold', abscondedFor: 3, released: false },
  { key: 'hidden', abscondedFor: 5, protectedIdentity: true },
  { key: 'elsewhere', abscondedFor: 1, municipality: '0180' },
];
const many: Away[] = Array.from({ length: 40 }, (_, index) => ({
  key: `many-${index}`,
  abscondedFor: 1 + (index % 7),
  municipality: '0114',
}));

let hub: TestHub;
beforeAll(async () => {
  const home = awayChild(now, { key: 'home', abscondedFor: 4 });
  const children = [...away, ...many].map((each) => awayChild(now, each));
  const returned = {
    ...home,
    municipality: {
      ...home.municipality!,
      episodes: [{ ...home.municipality!.episodes![0]!, returnedAt: now.toISOString() }],
    },
  };
  hub = await createTestHub({ children: [...children, returned] });
}, 60_000);
afterAll(() => hub?.close());

const worker: Asker = { role: 'SOCIAL_WORKER', municipality: '2580', sub: 'worker', purpose: 'CASE_WORK' };
const query = `query Caseload($first: Int, $after: String, $status: AbscondingStatus) {
  caseload(first: $first, after: $after, status: $status) {
    edges { cursor node { id absconding { status } nextDeadline { kind dueAt owner state } } }
    pageInfo { hasNextPage endCursor } unavailable
  }
}`;
const ask = (asker: Asker, variables: object = {}): Promise<HubAnswer> =>
  hub.ask(asker, query, variables as Record<string, unknown>);
const keys = new Map([...away, ...many].map(({ key }) => [opaqueId('away', key), key]));
const listed = ({ data }: HubAnswer): (string | undefined)[] =>
  data.caseload.edges.map(({ node }: { node: { id: string } }) => keys.get(node.id) ?? node.id);

test('lists the own municipality’s children who are away, what is due longest first', async () => {
  const answer = await ask(worker);
  expect(answer.errors).toEqual([]);
  expect(listed(answer)).toEqual(['missing', 'late', 'older', 'hidden', 'untold', 'fresh']);
  const dues = answer.data.caseload.edges.map(
    ({ node }: { node: { nextDeadline: { dueAt: string } } }) => node.nextDeadline.dueAt,
  );
  expect(dues).toEqual([...dues].sort());
  expect(answer.data.caseload.edges[1].node).toMatchObject({
    absconding: { status: 'ABSCONDED' },
    nextDeadline: { kind: 'POLICE_REPORT_24H', owner: 'SOCIAL_SERVICES', state: 'OVERDUE' },
  });
  expect(answer.data.caseload.unavailable).toEqual([]);
});

test('keeps to one status when asked', async () => {
  expect(listed(await ask(worker, { status: 'MISSING' }))).toEqual(['missing']);
  expect(listed(await ask(worker, { status: 'RETURNED' }))).toEqual([]);
});

test('pages without losing or repeating anybody', async () => {
  const asker = { ...worker, municipality: '0114' };
  const seen: unknown[] = [];
  let after: string | null = null;
  do {
    const answer: HubAnswer = await ask(asker, { first: 9, after });
    seen.push(...listed(answer));
    after = answer.data.caseload.pageInfo.hasNextPage ? answer.data.caseload.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toHaveLength(40);
  expect(new Set(seen)).toEqual(new Set(many.map(({ key }) => key)));
  expect(seen).toEqual(listed(await ask(asker)));
});

test.each([
  [
    'the guardian, the own ward',
    { role: 'GUARDIAN', sub: 'guardian-fresh', purpose: 'GUARDIANSHIP' },
    ['fresh'],
  ],
  ['a guardian without wards, nobody', { role: 'GUARDIAN', sub: 'guardian-x', purpose: 'GUARDIANSHIP' }, []],
  [
    'the board’s officer, the board’s wards',
    { role: 'GUARDIANSHIP_OFFICER', municipality: '0180', purpose: 'GUARDIANSHIP' },
    ['elsewhere'],
  ],
  ['police, the open reports', { role: 'POLICE_INVESTIGATOR', purpose: 'PROTECTION' }, ['missing', 'older']],
  ['another municipality, its own', { ...worker, municipality: '0180' }, ['elsewhere']],
  [
    'an emergency service, whom it has identified',
    { ...worker, role: 'SOCIAL_EMERGENCY', purpose: 'PROTECTION' },
    [],
  ],
] as [string, Asker, string[]][])('shows %s', async (_who, asker, expected) => {
  expect(listed(await ask(asker)).sort()).toEqual(expected);
});

test('shows the Migration Agency those of whom the municipality has told it', async () => {
  const answer = await ask({ role: 'MIGRATION_OFFICER', purpose: 'CASE_WORK' }, { first: 100 });
  expect(listed(answer)).toHaveLength(away.length + many.length - 2);
  expect(listed(answer)).not.toContain('untold');
  expect(listed(answer)).not.toContain('hidden');
});

test('closes the deadlines to police who have not met the child, and lets nothing decide its place', async () => {
  const { errors, data } = await ask({ role: 'POLICE_OFFICER', purpose: 'PROTECTION' });
  expect(data.caseload.edges.map(({ node }: { node: { nextDeadline: null } }) => node.nextDeadline)).toEqual([
    null,
    null,
  ]);
  expect(errors.map(({ extensions }) => extensions['code'])).toContain('SECRECY');
});

test.each([
  ['an outreach worker', { role: 'OUTREACH_WORKER', municipality: '2580', purpose: 'PROTECTION' }],
  ['border police', { role: 'BORDER_POLICE', purpose: 'IDENTIFICATION' }],
  ['an organisation', { role: 'NGO_WORKER', purpose: 'REPORTING' }],
  ['a worker who reports', { ...worker, purpose: 'REPORTING' }],
] as [string, Asker][])('is refused to %s before any agency is asked', async (_who, asker) => {
  hub.takeCalls();
  const { errors } = await ask(asker);
  expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(hub.takeCalls()).toEqual([]);
});

test.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }])('refuses %j', async (variables) => {
  const { errors } = await ask(worker, variables);
  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('takes as many statements for forty children as for one', async () => {
  const statements = async (municipality: string): Promise<number> => {
    hub.takeStatements();
    await ask({ ...worker, municipality });
    return hub.takeStatements().length;
  };
  const one = await statements('0180');
  expect(await statements('0114')).toBe(one);
});

test('names each child and what was shown of it in the audit log', async () => {
  await ask({ ...worker, sub: 'audited', municipality: '0180' });
  const client = new Client({ connectionString: hub.databases.audit.url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT child, fields_disclosed FROM audit.entry WHERE principal_id = $1',
    ['audited'],
  );
  await client.end();
  expect(rows).toHaveLength(1);
  expect(rows[0].child).toBe(opaqueId('away', 'elsewhere'));
  expect(rows[0].fields_disclosed).toEqual(expect.arrayContaining(['Child.nextDeadline', 'Deadline.dueAt']));
});

test.each(['municipality', 'migration', 'police'] as const)(
  'names %s when it is silent, and orders nothing',
  async (agency) => {
    hub.disturb(agency, () => Promise.reject(new Error('down')));
    const { errors, data } = await ask(worker).finally(() => hub.disturb(agency, null));
    expect(data).toBeNull();
    expect(errors[0]?.extensions['code']).toBe('AGENCY_UNAVAILABLE');
  },
);

test('stands without the boards, and says so', async () => {
  hub.disturb('guardianship', () => Promise.reject(new Error('down')));
  const answer = await hub
    .ask(worker, '{ caseload { edges { node { id } } unavailable } }')
    .finally(() => hub.disturb('guardianship', null));
  expect(answer.data.caseload.unavailable).toEqual(['GUARDIANSHIP_BOARD']);
  expect(listed(answer)).toEqual(['missing', 'late', 'older', 'hidden', 'untold', 'fresh']);
});
