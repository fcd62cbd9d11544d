import {
  addressOf,
  change,
  codeOf,
  contentOf,
  createDisclosureHub,
  guardianOf,
  investigator,
  open,
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
const asker = { ...worker('0180'), purpose: 'PROTECTION' };
const requested = async (): Promise<string> => {
  const input = { child: open, fields: ['Placement.address'], reason: 'Barnet ska hämtas i kväll.' };
  return (await change(hub, asker, 'requestDisclosure', input, 'id')).data.requestDisclosure.id;
};
const decide = (id: string, granted: boolean) => {
  const decision = {
    field: 'Placement.address',
    granted,
    basis: granted ? 'OSL_26_9' : null,
    reason: 'Prövat.',
  };
  return change(hub, owner, 'decideDisclosure', { id, decisions: [decision] }, 'status');
};
const revoke = (id: string, by = owner, reason = 'Barnet har flyttats.') =>
  change(hub, by, 'revokeDisclosure', { id, reason }, 'id status revokedAt revocationReason validTo');

test('the owner takes back what was granted, and it closes at once', async () => {
  const id = await requested();
  expect((await decide(id, true)).data.decideDisclosure.status).toBe('GRANTED');
  expect(await addressOf(hub, asker, open)).toBe('Björkgatan 1');
  const { data, errors } = await revoke(id, worker('2580', 'colleague'));
  expect(errors).toEqual([]);
  expect(data.revokeDisclosure).toMatchObject({
    status: 'REVOKED',
    revocationReason: 'Barnet har flyttats.',
  });
  expect(await addressOf(hub, asker, open)).toBeNull();
  expect((await revoke(id)).data).toEqual(data);
});

test('the requester sees that it was taken back and why, and can ask anew', async () => {
  const { data } = await hub.ask(
    asker,
    '{ disclosureRequests(status: REVOKED) { edges { node { revocationReason } } } }',
  );
  expect(data.disclosureRequests.edges).toEqual([{ node: { revocationReason: 'Barnet har flyttats.' } }]);
  const id = await requested();
  await decide(id, true);
  expect(await addressOf(hub, asker, open)).toBe('Björkgatan 1');
});

test('only whoever could decide can take back, and nobody else learns that there is a request', async () => {
  const id = await requested();
  await decide(id, true);
  const answers = await Promise.all([
    revoke(id, worker('0180')),
    revoke(id, worker('1280')),
    revoke(unknown),
    revoke(id, { ...investigator, purpose: 'CASE_WORK' }),
  ]);
  expect(answers.map(codeOf)).toEqual(Array(4).fill('NOT_FOUND'));
  expect(new Set(answers.map(contentOf)).size).toBe(1);
});

test('what waits, was refused or has run out cannot be taken back, and a reason is needed', async () => {
  const waiting = await requested();
  expect(codeOf(await revoke(waiting))).toBe('CONFLICT');
  await decide(waiting, false);
  expect(codeOf(await revoke(waiting))).toBe('CONFLICT');
  const granted = await requested();
  await decide(granted, true);
  expect(codeOf(await revoke(granted, owner, ' '))).toBe('BAD_USER_INPUT');
  hub.later(25 * 60);
  expect(codeOf(await revoke(granted))).toBe('CONFLICT');
});

describe('the list of', () => {
  const list = (who: typeof owner, root: string, child: string, page = '') =>
    hub.ask(
      who,
      `query ($child: ID!) { ${root}(child: $child ${page}) { edges { node { id withdrawnAt } } pageInfo { endCursor hasNextPage } } }`,
      { child },
    );
  const consent = {
    child: open,
    givenBy: 'BOTH',
    rows: ['migration.asylumDecision'],
    toAgency: 'MUNICIPALITY',
  };
  const release = { child: open, toAgency: 'POLICE', rows: ['municipality.description'], basis: 'OSL_10_2' };

  test.each([
    ['consents', 'recordConsent', 'withdrawConsent', consent],
    ['releases', 'release', 'withdrawRelease', release],
  ])(
    '%s shows those of a child of one’s own, ended ones too, newest first',
    async (root, make, end, input) => {
      const ids: string[] = [];
      for (let made = 0; made < 3; made += 1)
        ids.unshift((await change(hub, owner, make, input, 'id')).data[make].id);
      await change(hub, owner, end, { id: ids[0]! }, 'id');
      const { data, errors } = await list(owner, root, open, ', first: 2');
      expect(errors).toEqual([]);
      const { edges, pageInfo } = data[root];
      expect(edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(ids.slice(0, 2));
      expect(edges[0].node.withdrawnAt).not.toBeNull();
      const rest = await list(owner, root, open, `, after: "${pageInfo.endCursor}"`);
      expect(rest.data[root].edges[0].node.id).toBe(ids[2]);
      const foreign = Buffer.from(`${new Date().toISOString()} x`).toString('base64url');
      expect(codeOf(await list(owner, root, open, `, after: "${foreign}"`))).toBe('BAD_USER_INPUT');
    },
  );

  test.each(['consents', 'releases'])('%s tells no other whether the child is known', async (root) => {
    const answers = await Promise.all([list(worker('0180'), root, open), list(owner, root, unknown)]);
    expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(contentOf(answers[0]!)).toBe(contentOf(answers[1]!));
  });

  test('consents is open to the guardian, releases is not, and neither to the police', async () => {
    const guardian = guardianOf('open-case');
    expect((await list(guardian, 'consents', open)).data.consents.edges.length).toBeGreaterThan(0);
    expect(codeOf(await list(guardian, 'releases', open))).toBe('FORBIDDEN');
    for (const root of ['consents', 'releases'])
      expect(codeOf(await list(investigator, root, open))).toBe('FORBIDDEN');
  });
});
