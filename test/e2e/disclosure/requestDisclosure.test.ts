import type { Asker } from '../../harness/hub';
import {
  addressOf,
  askChild,
  change,
  codeOf,
  contentOf,
  createDisclosureHub,
  hidden,
  investigator,
  officer,
  open,
  patrol,
  reviewer,
  unknown,
  worker,
  type DisclosureHub,
} from './disclosureHub';

let hub: DisclosureHub;
beforeAll(async () => {
  hub = await createDisclosureHub();
}, 60_000);
afterAll(() => hub?.close());

const owner = worker('2580');
const board: Asker = {
  role: 'GUARDIANSHIP_OFFICER',
  municipality: '2580',
  sub: 'board',
  purpose: 'GUARDIANSHIP',
};
const jour: Asker = { role: 'SOCIAL_EMERGENCY', municipality: '0180', sub: 'jour', purpose: 'PROTECTION' };
const fields =
  'id status owner fields requestedAt decidedAt validTo decisions { field granted basis reason }';
const request = (input: object, asker: Asker = investigator, key?: string) =>
  change(
    hub,
    asker,
    'requestDisclosure',
    { child: open, fields: ['Placement.address'], reason: 'Vi söker barnet i kväll.', ...input },
    fields,
    key,
  );
const decide = (id: string, decisions: object[], asker: Asker = owner, more: object = {}, key?: string) =>
  change(hub, asker, 'decideDisclosure', { id, decisions, ...more }, fields, key);
const grant = (field: string, basis = 'SOL_15_7') => ({ field, granted: true, basis, reason: 'Behövs.' });
const refuse = (field: string) => ({ field, granted: false, reason: 'Behövs inte.' });

async function requested(input: object, asker: Asker = investigator): Promise<string> {
  const { data, errors } = await request(input, asker);
  expect(errors).toEqual([]);
  return data.requestDisclosure.id;
}

async function listed(asker: Asker, status?: string): Promise<string[]> {
  const { data, errors } = await hub.ask(
    asker,
    `query Listed($status: DisclosureRequestStatus) {
      disclosureRequests(status: $status) { edges { node { id status } } pageInfo { hasNextPage } }
    }`,
    { status },
  );
  expect(errors).toEqual([]);
  return data.disclosureRequests.edges.map(({ node }: { node: { id: string } }) => node.id);
}

test('a denied field names whom to ask; the owner grants it, for that asker, purpose and case, for a day', async () => {
  expect(await addressOf(hub, investigator, open)).toBeNull();
  const id = await requested({});
  expect(await addressOf(hub, investigator, open)).toBeNull();
  expect(await listed(owner, 'PENDING')).toContain(id);
  const { data } = await decide(id, [grant('Placement.address')]);
  expect(data.decideDisclosure).toMatchObject({ status: 'GRANTED', decisions: [{ basis: 'SOL_15_7' }] });
  const hours = (Date.parse(data.decideDisclosure.validTo) - hub.now().getTime()) / 3_600_000;
  expect(hours).toBeCloseTo(24, 1);

  expect(await addressOf(hub, investigator, open)).toBe('Björkgatan 1');
  expect(await addressOf(hub, { ...investigator, sub: 'colleague' }, open)).toBeNull();
  expect(await addressOf(hub, { ...investigator, purpose: 'CASE_WORK' }, open)).toBeNull();
  expect(await addressOf(hub, { ...investigator, caseReference: 'TEST-2' }, open)).toBeNull();
  hub.later(24 * 60);
  expect(await addressOf(hub, investigator, open)).toBeNull();
  expect(await listed(investigator, 'EXPIRED')).toContain(id);
});

test('shows exactly the fields that were granted', async () => {
  const id = await requested({ fields: ['Placement.address', 'ChildDescription.heightCm'] });
  const { data } = await decide(id, [grant('Placement.address'), refuse('ChildDescription.heightCm')]);
  expect(data.decideDisclosure).toMatchObject({ status: 'PARTLY' });
  expect(data.decideDisclosure.decisions[1]).toEqual({
    field: 'ChildDescription.heightCm',
    granted: false,
    basis: 'OSL_26_1',
    reason: 'Behövs inte.',
  });
  const seen = await askChild(
    hub,
    investigator,
    open,
    'placement { address name type } description { heightCm } socialCase { status } riskAssessment { lifeDanger }',
  );
  expect(seen.data.child).toMatchObject({
    placement: { address: 'Björkgatan 1', name: null, type: null },
    description: null,
    riskAssessment: null,
  });
  const error = seen.errors.find(({ path }) => path?.join('.') === 'child.placement.name');
  expect(error?.extensions).toMatchObject({ code: 'SECRECY', basis: 'OSL_26_1' });
});

test('a grant of an object shows what is in it', async () => {
  const asker = { ...investigator, caseReference: 'TEST-OBJECT' };
  const id = await requested({ fields: ['Child.description'] }, asker);
  await decide(id, [grant('Child.description', 'OSL_10_2')]);
  const { data } = await askChild(hub, asker, open, 'description { heightCm hair }');
  expect(data.child.description).toMatchObject({ heightCm: 172, hair: 'svart, kort' });
});

describe('asking', () => {
  test('is answered alike for every child, and asks no agency', async () => {
    hub.takeCalls();
    const answers = await Promise.all([open, hidden, unknown].map((child) => request({ child }, jour)));
    expect(new Set(hub.takeCalls())).toEqual(new Set(['identification']));
    const content = answers.map((answer) => {
      const { id, requestedAt, ...rest } = answer.data.requestDisclosure;
      expect([typeof id, typeof requestedAt]).toEqual(['string', 'string']);
      return { ...rest, errors: answer.errors };
    });
    expect(content).toEqual(Array(3).fill(content[0]));
    expect(content[0]).toMatchObject({ status: 'PENDING', decisions: [], validTo: null });
  });

  test.each([
    ['fields of several owners', { fields: ['Placement.address', 'Child.guardian'] }, 'BAD_USER_INPUT'],
    ['no field', { fields: [] }, 'BAD_USER_INPUT'],
    ['a field that is none', { fields: ['Child.everything'] }, 'BAD_USER_INPUT'],
    ['a part of a field', { fields: ['NameClaim.given'] }, 'BAD_USER_INPUT'],
    ['what is worked out in the hub', { fields: ['Child.responsibility'] }, 'BAD_USER_INPUT'],
    ['what the role is never shown', { fields: ['CareOrder.grounds'] }, 'FORBIDDEN'],
    ['an empty reason', { reason: ' ' }, 'BAD_USER_INPUT'],
    ['a reference that no register could hold', { child: 'a\u0000b' }, 'BAD_USER_INPUT'],
  ])('refuses %s', async (_what, input, code) => {
    expect(codeOf(await request(input))).toBe(code);
  });

  test('is not for what the purpose never serves', async () => {
    const finder = { ...patrol, purpose: 'IDENTIFICATION' };
    expect(codeOf(await request({ fields: ['ChildDescription.photoUrl'] }, finder))).toBe('FORBIDDEN');
    expect(codeOf(await request({}, { role: 'BORDER_POLICE', purpose: 'IDENTIFICATION' }))).toBe('FORBIDDEN');
  });

  test('is one request for one key', async () => {
    const first = await request({}, investigator, 'key-1');
    const second = await request({}, investigator, 'key-1');
    expect(second.data).toEqual(first.data);
    expect(codeOf(await request({ reason: 'Annat.' }, investigator, 'key-1'))).toBe('CONFLICT');
  });

  test('lapses after a week without a decision', async () => {
    const id = await requested({});
    hub.later(7 * 24 * 60);
    expect(await listed(investigator, 'EXPIRED')).toContain(id);
    expect(codeOf(await decide(id, [grant('Placement.address')]))).toBe('CONFLICT');
  });
});

describe('deciding', () => {
  test('is for who works with the child at the owner; to others the request is not there', async () => {
    const id = await requested({});
    const strangers = [
      worker('0180'),
      officer,
      { ...investigator, sub: 'other' },
      reviewer('MUNICIPALITY', '2580'),
    ];
    const answers = await Promise.all(
      strangers.map((asker) => decide(id, [grant('Placement.address')], asker)),
    );
    answers.push(await decide('no-such-request', [grant('Placement.address')]));
    expect(answers.map(codeOf)).toEqual(Array(5).fill('NOT_FOUND'));
    expect(new Set(answers.map(contentOf)).size).toBe(1);
    for (const asker of strangers) expect(await listed(asker)).not.toContain(id);
    expect(await listed(investigator)).toContain(id);
  });

  test('belongs to the reviewer when the child is protected, and opens it for the asker alone', async () => {
    const id = await requested({ child: hidden });
    expect(await listed(worker('0163'))).not.toContain(id);
    expect(codeOf(await decide(id, [grant('Placement.address')], worker('0163')))).toBe('NOT_FOUND');
    expect(await listed(reviewer('MUNICIPALITY', '0180'))).not.toContain(id);
    expect(await listed(reviewer('MUNICIPALITY', '0163'))).toContain(id);
    expect((await askChild(hub, investigator, hidden, '')).data.child).toBeNull();
    await decide(id, [grant('Placement.address')], reviewer('MUNICIPALITY', '0163'));
    const seen = await askChild(hub, investigator, hidden, 'names { given } placement { address name }');
    expect(seen.data.child).toMatchObject({
      names: null,
      placement: { address: 'Björkgatan 1', name: null },
    });
    expect((await askChild(hub, { ...investigator, sub: 'colleague' }, hidden, '')).data.child).toBeNull();
  });

  test('is never the asker’s own', async () => {
    const id = await requested({ fields: ['Child.suspectedVictimOfCrime'] }, patrol);
    expect(codeOf(await decide(id, [grant('Child.suspectedVictimOfCrime')], patrol))).toBe('FORBIDDEN');
    const own = await requested({ fields: ['Child.nationalAlertActive'] }, investigator);
    expect(codeOf(await decide(own, [grant('Child.nationalAlertActive')]))).toBe('NOT_FOUND');
    expect(codeOf(await decide(own, [grant('Child.nationalAlertActive')], investigator))).toBe('NOT_FOUND');
    const answer = await decide(id, [grant('Child.suspectedVictimOfCrime', 'BRB_24_4')], investigator);
    expect(answer.data.decideDisclosure.status).toBe('GRANTED');
  });

  test.each([
    ['the Migration Agency', 'Child.assignmentHistory', 'assignmentHistory { assignedOn }', officer],
    ['the guardianship board', 'Child.guardian', 'guardian { name }', board],
  ])(
    'is %s’s for what it holds, where the general clause may carry it',
    async (_who, field, read, decider) => {
      const asker = { ...worker('0180'), purpose: 'PROTECTION', caseReference: `TEST-${field}` };
      const id = await requested({ fields: [field] }, asker);
      expect(codeOf(await decide(id, [grant(field, 'OSL_10_27')]))).toBe('NOT_FOUND');
      expect((await askChild(hub, asker, open, read)).data.child).toBeNull();
      await decide(id, [grant(field, 'OSL_10_27')], decider);
      const { data } = await askChild(hub, asker, open, `${read} names { given }`);
      expect(data.child).toMatchObject({ [field.slice('Child.'.length)]: expect.anything(), names: null });
    },
  );

  test.each([
    ['the general clause', [grant('Placement.address', 'OSL_10_27')]],
    ['a basis for other receivers', [grant('Placement.address', 'OSL_26_9')]],
    ['no basis', [{ field: 'Placement.address', granted: true, reason: 'Behövs.' }]],
    ['a basis that is no law', [grant('Placement.address', 'OSL_99_1')]],
    ['no reason', [{ ...grant('Placement.address'), reason: '' }]],
    ['a field that was not asked for', [grant('Placement.address'), grant('Placement.name')]],
    ['nothing', []],
  ])('refuses %s', async (_what, decisions) => {
    const id = await requested({});
    expect(codeOf(await decide(id, decisions))).toBe('BAD_USER_INPUT');
  });

  test('holds for a week at most', async () => {
    const id = await requested({});
    const inDays = (days: number) => new Date(hub.now().getTime() + days * 86_400_000).toISOString();
    expect(codeOf(await decide(id, [grant('Placement.address')], owner, { validTo: inDays(8) }))).toBe(
      'BAD_USER_INPUT',
    );
    expect(codeOf(await decide(id, [grant('Placement.address')], owner, { validTo: inDays(-1) }))).toBe(
      'BAD_USER_INPUT',
    );
    const { data } = await decide(id, [grant('Placement.address')], owner, { validTo: inDays(6) });
    expect(data.decideDisclosure.status).toBe('GRANTED');
  });

  test('what asks for a crime takes a basis that names one', async () => {
    const asker = { ...investigator, caseReference: 'TEST-CRIME' };
    const field = 'RiskAssessment.assessedOn';
    const id = await requested({ fields: [field] }, asker);
    expect(codeOf(await decide(id, [grant(field, 'OSL_10_20')]))).toBe('BAD_USER_INPUT');
    await decide(id, [grant(field, 'OSL_10_21')]);
    const { data } = await askChild(hub, asker, open, 'riskAssessment { assessedOn items { code } }');
    expect(data.child.riskAssessment).toEqual({ assessedOn: expect.any(String), items: null });
  });

  test('happens once, and the same decision sent again is the same', async () => {
    const id = await requested({});
    const first = await decide(id, [refuse('Placement.address')], owner, {}, 'decision-1');
    expect(first.data.decideDisclosure).toMatchObject({ status: 'REFUSED', validTo: null });
    const again = await decide(id, [refuse('Placement.address')], owner, {}, 'decision-1');
    expect(again.data).toEqual(first.data);
    expect(codeOf(await decide(id, [grant('Placement.address')], owner, {}, 'decision-1'))).toBe('CONFLICT');
    expect(codeOf(await decide(id, [grant('Placement.address')]))).toBe('CONFLICT');
  });
});

test('a page ends where it says and goes on from there', async () => {
  const page = (after: string | null) =>
    hub.ask(
      investigator,
      'query Page($after: String) { disclosureRequests(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
  const first = (await page(null)).data.disclosureRequests;
  expect(first.edges).toHaveLength(2);
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = (await page(first.pageInfo.endCursor)).data.disclosureRequests;
  expect(second.edges[0].node.id).not.toBe(first.edges[1].node.id);
  expect(codeOf(await page('nonsense'))).toBe('BAD_USER_INPUT');
});

test('every change leaves its entry in the audit log', async () => {
  expect((await hub.auditOf('requestDisclosure')).length).toBeGreaterThan(10);
  expect(await hub.auditOf('decideDisclosure')).toContain('REFUSED');
});
