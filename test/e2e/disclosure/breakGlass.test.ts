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

const rows = ['municipality.placementAddress'];
const reason = 'Barnet har ringt och sagt att det är i fara.';
const fields =
  'id child rows owners state openedAt openUntil reviewDueAt openedBy approved comment reviewedBy reviewedAt';
const breakGlass = (input: object = {}, asker: Asker = patrol, key?: string) =>
  change(hub, asker, 'breakGlass', { child: open, rows, reason, ...input }, fields, key);
const review = (id: string, asker: Asker, approved = true, key?: string) =>
  change(hub, asker, 'reviewBreakGlass', { id, approved, comment: 'Granskat.' }, fields, key);

async function broken(input: object = {}, asker: Asker = patrol): Promise<string> {
  const { data, errors } = await breakGlass(input, asker);
  expect(errors).toEqual([]);
  return data.breakGlass.id;
}

async function noticesTo(asker: Asker): Promise<{ id: string; reason: string; child: string }[]> {
  const { data, errors } = await hub.ask(
    asker,
    'query Notices { ownerNotices { edges { node { owner noticedAt breakGlass { id reason child } } } } }',
  );
  expect(errors).toEqual([]);
  return data.ownerNotices.edges.map(({ node }: { node: { breakGlass: object } }) => node.breakGlass);
}

async function glassesFor(asker: Asker, state: string): Promise<string[]> {
  const { data, errors } = await hub.ask(
    asker,
    'query Glasses($state: BreakGlassState) { breakGlasses(state: $state) { edges { node { id state } } } }',
    { state },
  );
  expect(errors).toEqual([]);
  return data.breakGlasses.edges.map(({ node }: { node: { id: string } }) => node.id);
}

test('opens its row for an hour, to its breaker in that case, and tells the owner at once', async () => {
  expect(await addressOf(hub, patrol, open)).toBeNull();
  const id = await broken();
  expect(await noticesTo(worker('2580'))).toEqual([{ id, reason, child: open }]);
  expect(await noticesTo(reviewer('MUNICIPALITY', '2580'))).toHaveLength(1);
  const strangers = [worker('0180'), officer, investigator, reviewer('MUNICIPALITY', '0180')];
  for (const stranger of strangers) expect(await noticesTo(stranger)).toEqual([]);

  const { data } = await askChild(hub, patrol, open, 'placement { address type } careOrder { kind }');
  expect(data.child).toMatchObject({ placement: { address: 'Björkgatan 1', type: null }, careOrder: null });
  expect(await addressOf(hub, { ...patrol, sub: 'other' }, open)).toBeNull();
  expect(await addressOf(hub, { ...patrol, caseReference: 'TEST-2' }, open)).toBeNull();
  hub.later(60);
  expect(await addressOf(hub, patrol, open)).toBeNull();
});

test('opens a protected child, by field as well as by row', async () => {
  const elsewhere = { ...worker('0180'), purpose: 'PROTECTION' };
  expect((await askChild(hub, elsewhere, hidden, '')).data.child).toBeNull();
  await broken({ child: hidden, rows: null, fields: ['CareOrder.grounds'] }, elsewhere);
  const { data } = await askChild(hub, elsewhere, hidden, 'careOrder { grounds kind } names { given }');
  expect(data.child).toMatchObject({ careOrder: { grounds: 'Prövat', kind: null }, names: null });
});

test('is answered alike for every child, and asks no agency', async () => {
  hub.takeCalls();
  const answers = await Promise.all([open, hidden, unknown].map((child) => breakGlass({ child })));
  expect(new Set(hub.takeCalls())).toEqual(new Set(['identification']));
  const shapes = answers.map(({ data, errors }) => [
    Object.keys(data.breakGlass),
    data.breakGlass.state,
    errors,
  ]);
  expect(shapes).toEqual(Array(3).fill(shapes[0]));
});

test.each([
  ['nineteen characters of reason', { reason: 'x'.repeat(19) }, patrol, 'BAD_USER_INPUT'],
  ['blanks for a reason', { reason: ' '.repeat(40) }, patrol, 'BAD_USER_INPUT'],
  ['a row without B', { rows: ['municipality.placementType'] }, patrol, 'FORBIDDEN'],
  ['one row with B and one without', { rows: [...rows, 'municipality.photo'] }, patrol, 'FORBIDDEN'],
  ['a row that another role may open', { rows: ['municipality.careOrderGrounds'] }, patrol, 'FORBIDDEN'],
  ['a field without B', { rows: [], fields: ['Child.names'] }, patrol, 'FORBIDDEN'],
  ['nothing at all', { rows: [] }, patrol, 'FORBIDDEN'],
  ['a role that may break none', {}, officer, 'FORBIDDEN'],
])('refuses %s', async (_what, input, asker, code) => {
  expect(codeOf(await breakGlass(input, asker))).toBe(code);
});

test('is one opening, and one notice, for one key', async () => {
  const before = await noticesTo(worker('2580'));
  const first = await breakGlass({}, patrol, 'key-1');
  const second = await breakGlass({}, patrol, 'key-1');
  expect(second.data).toEqual(first.data);
  expect(await noticesTo(worker('2580'))).toHaveLength(before.length + 1);
  expect(codeOf(await breakGlass({ reason: `${reason} Igen.` }, patrol, 'key-1'))).toBe('CONFLICT');
});

describe('the review', () => {
  test.each([
    ['a worker of the owner', worker('2580')],
    ['the owner’s reviewer', reviewer('MUNICIPALITY', '2580')],
    ['the reviewer of the breaker’s own agency', reviewer('POLICE')],
  ])('is for %s', async (_who, asker) => {
    const { data } = await review(await broken(), asker);
    expect(data.reviewBreakGlass).toMatchObject({ state: 'APPROVED', approved: true, reviewedBy: asker.sub });
  });

  test('is for nobody else, and never one’s own', async () => {
    const id = await broken({ rows: ['municipality.riskAssessment'] }, investigator);
    const strangers = [investigator, { ...investigator, sub: 'other' }, worker('0180'), officer];
    const answers = await Promise.all(strangers.map((asker) => review(id, asker)));
    answers.push(await review('no-such-glass', worker('2580')));
    expect(answers.map(codeOf)).toEqual(Array(5).fill('NOT_FOUND'));
    expect(new Set(answers.map(contentOf)).size).toBe(1);
    expect(codeOf(await review(id, patrol))).toBe('FORBIDDEN');
    const sameWorker = { ...worker('2580'), sub: investigator.sub };
    expect(codeOf(await review(id, sameWorker))).toBe('NOT_FOUND');
  });

  test('that disapproves closes the glass at once', async () => {
    const asker = { ...patrol, caseReference: 'TEST-CLOSE' };
    const id = await broken({}, asker);
    expect(await addressOf(hub, asker, open)).toBe('Björkgatan 1');
    const { data } = await review(id, worker('2580'), false);
    expect(data.reviewBreakGlass.state).toBe('REJECTED');
    expect(await addressOf(hub, asker, open)).toBeNull();
  });

  test('happens once, and the same review sent again is the same', async () => {
    const id = await broken();
    const first = await review(id, worker('2580'), true, 'review-1');
    expect((await review(id, worker('2580'), true, 'review-1')).data).toEqual(first.data);
    expect(codeOf(await review(id, worker('2580'), false, 'review-1'))).toBe('CONFLICT');
    expect(codeOf(await review(id, worker('2580', 'colleague')))).toBe('CONFLICT');
  });

  test('escalates after 72 hours, to the reviewers', async () => {
    const id = await broken();
    const hubReviewer = reviewer('HUB');
    hub.later(71 * 60 + 58);
    expect(await glassesFor(hubReviewer, 'ESCALATED')).not.toContain(id);
    expect(await glassesFor(hubReviewer, 'UNREVIEWED')).toContain(id);
    hub.later(3);
    for (const asker of [hubReviewer, reviewer('POLICE'), reviewer('MUNICIPALITY', '2580')]) {
      expect(await glassesFor(asker, 'ESCALATED')).toContain(id);
    }
    expect(await glassesFor(reviewer('MUNICIPALITY', '0180'), 'ESCALATED')).not.toContain(id);
    expect(codeOf(await review(id, worker('2580')))).toBe('CONFLICT');
    expect((await review(id, reviewer('POLICE'))).data.reviewBreakGlass.state).toBe('APPROVED');
    expect(await glassesFor(hubReviewer, 'ESCALATED')).not.toContain(id);
  });
});

test('every change leaves its entry in the audit log', async () => {
  expect(await hub.auditOf('breakGlass')).toContain('REFUSED');
  expect((await hub.auditOf('reviewBreakGlass')).length).toBeGreaterThan(10);
});
