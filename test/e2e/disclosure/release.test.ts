import {
  askChild,
  change,
  codeOf,
  contentOf,
  createDisclosureHub,
  hidden,
  officer,
  open,
  patrol,
  unknown,
  worker,
  type DisclosureHub,
} from './disclosureHub';

let hub: DisclosureHub;
beforeAll(async () => {
  hub = await createDisclosureHub();
}, 60_000);
afterAll(() => hub?.close());

const given = { child: open, toAgency: 'POLICE', rows: ['municipality.description'], basis: 'OSL_10_2' };
const fields = 'id toAgency rows basis releasedAt expiresAt releasedBy withdrawnAt municipality { code }';
const release = (input: object, asker = worker('2580'), key?: string) =>
  change(hub, asker, 'release', { ...given, ...input }, fields, key);

/** A patrol identifies the child for its own case, then asks for what it looks like. */
async function describes(): Promise<number | null> {
  await hub.ask(
    patrol,
    '{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") { outcome } }',
  );
  const { data } = await askChild(hub, patrol, open, 'description { heightCm photoUrl }');
  return data.child.description?.heightCm ?? null;
}

test('opens the rows to the agency at once, and a withdrawal closes them at once', async () => {
  expect(await describes()).toBeNull();
  const { data, errors } = await release({});
  expect(errors).toEqual([]);
  expect(data.release).toMatchObject({ rows: given.rows, basis: 'OSL_10_2', municipality: { code: '2580' } });
  expect(await describes()).toBe(172);
  const { id } = data.release;
  const ended = await change(hub, worker('2580', 'colleague'), 'withdrawRelease', { id }, 'withdrawnAt');
  expect(ended.data.withdrawRelease.withdrawnAt).not.toBeNull();
  expect(await describes()).toBeNull();
  const again = await change(hub, worker('2580'), 'withdrawRelease', { id }, 'withdrawnAt');
  expect(again.data).toEqual(ended.data);
});

test('opens nothing beyond its rows, its agency and its time', async () => {
  const expiresAt = new Date(hub.now().getTime() + 30 * 60_000).toISOString();
  await release({ expiresAt });
  const { data } = await askChild(
    hub,
    patrol,
    open,
    'description { heightCm photoUrl } placement { address }',
  );
  expect(data.child).toMatchObject({ description: { heightCm: 172, photoUrl: null }, placement: null });
  const other = await askChild(hub, officer, open, 'description { heightCm }');
  expect(other.data.child.description).toBeNull();
  hub.later(31);
  expect(await describes()).toBeNull();
});

test('is the municipality in charge’s to decide, and tells no other whether the child is known', async () => {
  const answers = await Promise.all([
    release({}, worker('0180')),
    release({ child: unknown }),
    release({ child: hidden }),
    release({}, { ...worker('0180'), role: 'SOCIAL_EMERGENCY', purpose: 'PROTECTION' }),
  ]);
  expect(answers.map(codeOf)).toEqual(Array(4).fill('NOT_FOUND'));
  expect(new Set(answers.map(contentOf)).size).toBe(1);
});

test('can be the decision of the municipality’s own emergency service', async () => {
  const jour = { ...worker('2580', 'jour'), role: 'SOCIAL_EMERGENCY', purpose: 'PROTECTION' } as const;
  const { data, errors } = await release({ rows: ['municipality.photo'], basis: 'OSL_10_20' }, jour);
  expect(errors).toEqual([]);
  expect(data.release.releasedBy).toBe('jour-2580');
});

test.each([
  ['the general clause, which does not reach social services', { basis: 'OSL_10_27' }],
  ['a rule that opens nothing', { basis: 'OSL_10_15A' }],
  ['a secrecy rule', { basis: 'OSL_26_1' }],
  ['a basis for other receivers', { basis: 'OSL_26_9' }],
  ['a basis that is no law', { basis: 'OSL_99_1' }],
  ['no row', { rows: [] }],
  ['a row of another agency', { rows: ['migration.names'] }],
  ['a row that the receiver never sees', { rows: ['municipality.actionPlan'] }],
  ['an agency that needs none', { toAgency: 'GUARDIANSHIP_BOARD' }],
  ['a time that is over', { expiresAt: '2020-01-01T00:00:00Z' }],
])('refuses %s', async (_what, input) => {
  expect(codeOf(await release(input))).toBe('BAD_USER_INPUT');
});

test('is refused to other agencies before any register is asked', async () => {
  hub.takeCalls();
  expect(codeOf(await release({}, officer))).toBe('FORBIDDEN');
  expect(hub.takeCalls()).toEqual([]);
});

test('is one release for one key, and another use of the key is a conflict', async () => {
  const first = await release({}, worker('2580'), 'key-1');
  const second = await release({}, worker('2580'), 'key-1');
  expect(second.data.release.id).toBe(first.data.release.id);
  expect(codeOf(await release({ basis: 'OSL_10_20' }, worker('2580'), 'key-1'))).toBe('CONFLICT');
  const expiresAt = new Date(hub.now().getTime() + 60_000).toISOString();
  const short = await release({ expiresAt }, worker('2580'), 'key-2');
  hub.later(2);
  expect((await release({ expiresAt }, worker('2580'), 'key-2')).data).toEqual(short.data);
  const other = await release({}, worker('2580', 'colleague'), 'key-1');
  expect(other.data.release.id).not.toBe(first.data.release.id);
});

test('leaves its entry in the audit log, also when it is refused', async () => {
  const outcomes = await hub.auditOf('release');
  expect(outcomes.length).toBeGreaterThan(10);
  expect(outcomes).toContain('REFUSED');
});
