import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import { createTestHub, type TestHub } from '../../harness/hub';
import { change, codeOf, contentOf, officer, unknown, worker } from '../disclosure/disclosureHub';

const permit = storyChildId('residence-permit');
const refused = storyChildId('open-case');
const pending = storyChildId('placed-elsewhere');
const hidden = storyChildId('protected');
const closing = { reason: 'ABSCONDED', guardianAskedOn: localDate(new Date()) };
const fields = 'status closedOn closingReason lmaEntitled version';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()).map(withOpenCase) });
}, 60_000);
afterAll(() => hub?.close());

/** Decided or not, the agency still has the case. */
function withOpenCase(child: DemoChild): DemoChild {
  for (const asylumCase of child.migration?.asylumCases ?? [])
    Object.assign(asylumCase, { status: 'OPEN', closedOn: null, lmaEntitled: true });
  return child;
}

const close = (input: object, asker = officer, key?: string) =>
  change(hub as never, asker, 'closeAsylumCase', { ...closing, ...input }, fields, key);

test('Migrationsverket closes its own case, once, and social services’ case stays open', async () => {
  const { data, errors } = await close({ child: refused, lmaEntitled: false });
  expect(errors).toEqual([]);
  const today = localDate(new Date());
  expect(data.closeAsylumCase).toEqual({
    status: 'CLOSED',
    closedOn: today,
    closingReason: 'ABSCONDED',
    lmaEntitled: false,
    version: 2,
  });
  const again = await close({ child: refused });
  expect([codeOf(again), again.errors[0]!.extensions['version']]).toEqual(['CONFLICT', 2]);
  const answer = await hub.ask(
    worker('2580'),
    `query ($id: ID!) { child(id: $id) { asylumCase { status } socialCase { status } } }`,
    { id: refused },
  );
  expect(answer.data.child).toEqual({ asylumCase: { status: 'CLOSED' }, socialCase: { status: 'OPEN' } });
});

test.each([
  ['nobody asked the guardian', { child: pending, guardianAskedOn: null }, 'guardianAskedOn'],
  [
    'the guardian would be asked tomorrow',
    { child: pending, guardianAskedOn: '2999-01-01' },
    'guardianAskedOn',
  ],
  ['it would be closed in the future', { child: pending, closedOn: '2999-01-01' }, 'closedOn'],
  [
    'it would be closed before it was opened',
    { child: pending, closedOn: '2001-01-01', guardianAskedOn: '2001-01-01' },
    'closedOn',
  ],
  ['the child is not away', { child: storyChildId('returned') }, 'reason'],
  ['support would end without a refusal', { child: pending, lmaEntitled: false }, 'lmaEntitled'],
])('is refused when %s', async (_what, input, field) => {
  const { errors } = await close(input);
  expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
});

test('is a conflict for whoever read an earlier version, and says which version there is now', async () => {
  const { errors } = await close({ child: permit, expectedVersion: 7 });
  expect(errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', version: 1 });
});

test('is one closing for one key', async () => {
  const first = await close({ child: permit, expectedVersion: 1 }, officer, 'close-1');
  const second = await close({ child: permit, expectedVersion: 1 }, officer, 'close-1');
  expect(second.data).toEqual(first.data);
  expect(second.data.closeAsylumCase.version).toBe(2);
});

test('tells nobody which children there are', async () => {
  const answers = await Promise.all([close({ child: unknown }), close({ child: hidden })]);
  expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  expect(new Set(answers.map(contentOf)).size).toBe(1);
});

test('is refused to other agencies before any register is asked', async () => {
  hub.takeCalls();
  expect(codeOf(await close({ child: refused }, worker('2580')))).toBe('FORBIDDEN');
  expect(hub.takeCalls()).toEqual([]);
});

test('of two officers at the same moment one closes it and the other learns that it is closed', async () => {
  const child = storyChildId('arrival-stage');
  const answers = await Promise.all([
    close({ child }, { ...officer, sub: 'one' }),
    close({ child }, { ...officer, sub: 'two' }),
  ]);
  expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', undefined]);
});
