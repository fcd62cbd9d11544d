import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type Asker, type HubAnswer, type TestHub } from '../../harness/hub';

const child = storyChildId('open-case');
const guardian: Asker = { role: 'GUARDIAN', sub: 'guardian-open-case', purpose: 'GUARDIANSHIP' };
const worker: Asker = { role: 'SOCIAL_WORKER', municipality: '2580', purpose: 'CASE_WORK', sub: 'worker-1' };
const elsewhere: Asker = { ...worker, municipality: '1280', sub: 'worker-2' };
const officer: Asker = { role: 'MIGRATION_OFFICER', purpose: 'CASE_WORK', sub: 'officer-1' };
const patrol: Asker = {
  role: 'POLICE_OFFICER',
  purpose: 'PROTECTION',
  sub: 'patrol-1',
  caseReference: 'P-77',
};
const detective: Asker = { role: 'POLICE_INVESTIGATOR', purpose: 'PROTECTION', sub: 'detective-1' };
const reviewerOf = (agency: Asker['agency'], municipality?: string): Asker => ({
  role: 'AUDITOR',
  agency,
  municipality,
  purpose: 'AUDIT',
});

const identify = `{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") { outcome
  child { id dossierNumber names { given } placement { type } missingPersonReport { reportNumber } } } }`;
const logQuery = `query ($child: ID!, $first: Int, $after: String) { accessLog(child: $child, first: $first, after: $after) {
  edges { node { at agency municipality { code } role purpose fields principal caseReference } }
  pageInfo { hasNextPage endCursor } } }`;

interface Look {
  readonly role: string;
  readonly principal: string | null;
  readonly fields: string[];
}

const now = new Date();
let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(now) });
  for (const asker of [patrol, detective, officer]) {
    const { data } = await hub.ask(asker, identify);
    expect(data.identify.outcome).toBe('UNIQUE_MATCH');
  }
  await hub.ask(worker, 'query ($id: ID!) { child(id: $id) { placement { type } names { given } } }', {
    id: child,
  });
}, 60_000);
afterAll(() => hub?.close());

const ask = (asker: Asker, about = child, page: object = {}): Promise<HubAnswer> =>
  hub.ask(asker, logQuery, { child: about, ...page });
const looks = async (asker: Asker, about = child): Promise<Look[]> => {
  const { data, errors } = await ask(asker, about);
  expect(errors).toEqual([]);
  return data.accessLog.edges.map(({ node }: { node: Look }) => node);
};
const rolesIn = (entries: readonly Look[]): string[] => entries.map(({ role }) => role);

test('the guardian sees every look at the ward, newest first, but not who took it nor an investigator’s', async () => {
  const seen = await looks(guardian);
  expect(rolesIn(seen)).toEqual(['SOCIAL_WORKER', 'MIGRATION_OFFICER', 'POLICE_OFFICER']);
  expect(seen[0]).toEqual({
    at: expect.any(String),
    agency: 'MUNICIPALITY',
    municipality: { code: '2580' },
    role: 'SOCIAL_WORKER',
    purpose: 'CASE_WORK',
    fields: expect.arrayContaining(['Child.names', 'Child.placement', 'Placement.type']),
    principal: null,
    caseReference: null,
  });
  expect(JSON.stringify(seen)).not.toMatch(/worker-1|officer-1|patrol-1|detective|P-77/);
});

test('a data owner sees who was shown its own fields, and those alone', async () => {
  const municipality = await looks(worker);
  for (const { fields, principal } of municipality) {
    expect(principal).toBeNull();
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => /names|dossier|missingPerson/i.test(field))).toEqual([]);
  }
  expect(rolesIn(municipality)).toContain('SOCIAL_WORKER');
  const migration = await looks(officer);
  expect(rolesIn(migration)).toEqual([
    'SOCIAL_WORKER',
    'MIGRATION_OFFICER',
    'POLICE_INVESTIGATOR',
    'POLICE_OFFICER',
  ]);
  expect(migration[0]!.fields).toEqual(['Child.names', 'NameClaim.given']);
});

test('the reviewer of an agency sees who of its own people looked, and what others saw of its fields', async () => {
  const police = await looks(reviewerOf('POLICE'));
  const own = police.find(({ role }) => role === 'POLICE_OFFICER');
  expect(own).toMatchObject({ principal: 'patrol-1', caseReference: 'P-77' });
  expect(own!.fields).toContain('Child.dossierNumber');
  for (const { role, principal, fields } of police.filter(({ role }) => !role.startsWith('POLICE'))) {
    expect([role, principal]).toEqual([role, null]);
    expect(fields.every((field) => /missingPersonReport/i.test(field))).toBe(true);
  }
});

test('the reviewer of a municipality sees its own people’s looks, not those of another', async () => {
  expect((await looks(reviewerOf('MUNICIPALITY', '2580'))).map(({ principal }) => principal)).toEqual([
    'worker-1',
  ]);
  expect(await looks(reviewerOf('MUNICIPALITY', '1280'))).toEqual([]);
});

test('the list can be read page by page', async () => {
  const first = (await ask(guardian, child, { first: 2 })).data.accessLog;
  expect(first.pageInfo.hasNextPage).toBe(true);
  const rest = (await ask(guardian, child, { first: 2, after: first.pageInfo.endCursor })).data.accessLog;
  expect(rest.edges.map(({ node }: { node: Look }) => node.role)).toEqual(['POLICE_OFFICER']);
  expect(rest.pageInfo.hasNextPage).toBe(false);
});

test('for everybody else a child at whom many looked is like one at whom nobody did, and like none', async () => {
  const data = async (asker: Asker, about: string): Promise<string> =>
    JSON.stringify((await ask(asker, about)).data);
  const otherGuardian: Asker = { ...guardian, sub: 'guardian-of-another' };
  for (const asker of [otherGuardian, elsewhere]) {
    const empty = await data(asker, 'no-such-child');
    expect(empty).toBe('{"accessLog":{"edges":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}');
    hub.takeCalls();
    expect(await data(asker, child)).toBe(empty);
    const calls = hub.takeCalls().sort();
    await data(asker, 'no-such-child');
    expect(hub.takeCalls().sort()).toEqual(calls);
  }
});

test.each([
  ['a patrol', patrol],
  ['an analyst', { role: 'COUNTY_ANALYST', purpose: 'STATISTICS' }],
  ['an NGO', { role: 'NGO_WORKER', purpose: 'REPORTING' }],
] as const)('%s has no way to the log', async (_who, asker) => {
  const { status, errors } = await ask(asker);
  expect(status).toBe(403);
  expect(errors[0]!.extensions['code']).toBe('FORBIDDEN');
});

test('while an agency is silent nobody is told whether the log may be shown', async () => {
  hub.disturb('guardianship', () => Promise.reject(new Error('down')));
  const { data, errors } = await ask(guardian);
  hub.disturb('guardianship', null);
  expect(data).toBeNull();
  expect(errors[0]!.extensions).toMatchObject({ code: 'AGENCY_UNAVAILABLE' });
});
