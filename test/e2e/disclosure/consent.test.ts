import {
  almostFifteen,
  askChild,
  change,
  codeOf,
  contentOf,
  createDisclosureHub,
  guardianOf,
  hidden,
  keptFromGuardian,
  officer,
  unknown,
  worker,
  type DisclosureHub,
} from './disclosureHub';
import type { Asker } from '../../harness/hub';

let hub: DisclosureHub;
beforeAll(async () => {
  hub = await createDisclosureHub();
}, 60_000);
afterAll(() => hub?.close());

const own = worker('0127');
const given = {
  child: almostFifteen,
  givenBy: 'GUARDIAN',
  rows: ['migration.asylumDecision'],
  toAgency: 'MUNICIPALITY',
};
const fields = 'id givenBy childIsFifteen rows toAgency toMunicipality { code } givenOn validTo withdrawnAt';
const consent = (input: object, asker: Asker = own, key?: string) =>
  change(hub, asker, 'recordConsent', { ...given, ...input }, fields, key);
const withdraw = (id: string, asker: Asker = own) =>
  change(hub, asker, 'withdrawConsent', { id }, 'withdrawnAt');

async function decisionSeenBy(asker: Asker): Promise<string | null> {
  const { data } = await askChild(hub, asker, almostFifteen, 'asylumCase { decision appealPending }');
  expect(data.child?.asylumCase?.appealPending ?? null).toBeNull();
  return data.child?.asylumCase?.decision ?? null;
}

describe('on the day before the fifteenth birthday', () => {
  test('the guardian’s consent opens its rows to the receiver, until it is withdrawn', async () => {
    expect(await decisionSeenBy(own)).toBeNull();
    const { data, errors } = await consent({}, guardianOf('residence-permit'));
    expect(codeOf({ errors } as never)).toBe('BAD_USER_INPUT'); // a guardian must say which municipality
    expect(data).toBeNull();
    const recorded = await consent({ toMunicipality: '0127' }, guardianOf('residence-permit'));
    expect(recorded.errors).toEqual([]);
    expect(recorded.data.recordConsent).toMatchObject({
      givenBy: 'GUARDIAN',
      childIsFifteen: false,
      toMunicipality: { code: '0127' },
    });
    expect(await decisionSeenBy(own)).toBe('GRANTED');
    expect(await decisionSeenBy(worker('2580'))).toBeNull();
    const { id } = recorded.data.recordConsent;
    expect((await withdraw(id)).data.withdrawConsent.withdrawnAt).not.toBeNull();
    expect(await decisionSeenBy(own)).toBeNull();
  });

  test('the child’s alone does not do', async () => {
    const { errors } = await consent({ givenBy: 'CHILD' });
    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'givenBy' });
  });

  test('a consent to another municipality opens nothing here', async () => {
    await consent({ toMunicipality: '2580' });
    expect(await decisionSeenBy(own)).toBeNull();
  });

  test('ends by itself at its time', async () => {
    const validTo = new Date(hub.now().getTime() + 10 * 60_000).toISOString();
    await consent({ validTo });
    expect(await decisionSeenBy(own)).toBe('GRANTED');
    hub.later(11);
    expect(await decisionSeenBy(own)).toBeNull();
  });
});

test('only about one’s own child, and an unknown one is answered like a stranger’s', async () => {
  const answers = await Promise.all([
    consent({}, worker('0180')),
    consent({ child: unknown }),
    consent({ child: hidden }),
    consent({ child: keptFromGuardian }, guardianOf('placed-elsewhere')),
  ]);
  expect(answers.map(codeOf)).toEqual(Array(4).fill('NOT_FOUND'));
  expect(new Set(answers.map(contentOf)).size).toBe(1);
  const { data } = await consent({});
  const strange = await withdraw(data.recordConsent.id, worker('0180'));
  const none = await withdraw('no-such-consent', worker('0180'));
  expect(codeOf(none)).toBe('NOT_FOUND');
  expect(contentOf(strange)).toBe(contentOf(none));
  await withdraw(data.recordConsent.id);
});

test.each([
  ['no row', { rows: [] }],
  ['a row that is not there', { rows: ['migration.everything'] }],
  ['a day to come', { givenOn: '2999-01-01' }],
  ['a time that is over', { validTo: '2020-01-01T00:00:00Z' }],
])('refuses %s', async (_what, input) => {
  expect(codeOf(await consent(input))).toBe('BAD_USER_INPUT');
});

test('is refused to those who take no consents', async () => {
  expect(codeOf(await consent({}, officer))).toBe('FORBIDDEN');
});

test('is one consent for one key', async () => {
  const first = await consent({}, own, 'key-1');
  const second = await consent({}, own, 'key-1');
  expect(second.data).toEqual(first.data);
  expect(codeOf(await consent({ rows: ['migration.appeal'] }, own, 'key-1'))).toBe('CONFLICT');
  await withdraw(first.data.recordConsent.id);
});

describe('from the fifteenth birthday', () => {
  test('what the guardian said before counts no more, and the child must be among them', async () => {
    await consent({});
    expect(await decisionSeenBy(own)).toBe('GRANTED');
    hub.later(24 * 60);
    expect(await decisionSeenBy(own)).toBeNull();
    expect(codeOf(await consent({}))).toBe('BAD_USER_INPUT');
    const { data } = await consent({ givenBy: 'BOTH' });
    expect(data.recordConsent.childIsFifteen).toBe(true);
    expect(await decisionSeenBy(own)).toBe('GRANTED');
  });
});

test('every change leaves its entry in the audit log', async () => {
  expect(await hub.auditOf('recordConsent')).toContain('REFUSED');
  expect((await hub.auditOf('withdrawConsent')).length).toBeGreaterThanOrEqual(4);
});
