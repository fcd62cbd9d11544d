import type { Inclusion } from '../../../gateway/audit/auditLog';
import {
  change,
  codeOf,
  createDisclosureHub,
  guardianOf,
  investigator,
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

const proofOf = ({ text }: { text: string }): Inclusion =>
  (JSON.parse(text) as { extensions: { audit: Inclusion } }).extensions.audit;
const request = (child: string) =>
  change(
    hub,
    investigator,
    'requestDisclosure',
    { child, fields: ['Placement.address'], reason: 'Barnet ska hämtas.' },
    'id',
  );

describe('a decision on access names its child in the audit log:', () => {
  test('a request and its decision', async () => {
    const { id } = (await request(open)).data.requestDisclosure;
    expect(await hub.newestAbout(open)).toEqual({
      outcome: 'CHANGED',
      fields_disclosed: ['Mutation.requestDisclosure'],
      fields_denied: [],
      principal_id: 'investigator',
    });
    const decisions = [
      { field: 'Placement.address', granted: true, basis: 'SOL_15_7', reason: 'Behövs för skydd.' },
    ];
    const decided = await change(hub, worker('2580'), 'decideDisclosure', { id, decisions }, 'status');
    expect(decided.errors).toEqual([]);
    expect(await hub.newestAbout(open)).toMatchObject({
      outcome: 'CHANGED',
      fields_disclosed: ['Mutation.decideDisclosure'],
    });
  });

  test('a release', async () => {
    const input = { child: open, toAgency: 'POLICE', rows: ['municipality.description'], basis: 'OSL_10_2' };
    expect((await change(hub, worker('2580'), 'release', input, 'id')).errors).toEqual([]);
    expect(await hub.newestAbout(open)).toMatchObject({
      outcome: 'CHANGED',
      fields_disclosed: ['Mutation.release'],
    });
  });

  test('a consent', async () => {
    const input = {
      child: open,
      givenBy: 'BOTH',
      rows: ['migration.asylumDecision'],
      toAgency: 'MUNICIPALITY',
    };
    expect((await change(hub, worker('2580'), 'recordConsent', input, 'id')).errors).toEqual([]);
    expect(await hub.newestAbout(open)).toMatchObject({
      outcome: 'CHANGED',
      fields_disclosed: ['Mutation.recordConsent'],
    });
  });

  test('a broken glass and its review', async () => {
    const input = { child: open, reason: 'Fara för barnets liv just nu.', fields: ['Placement.address'] };
    const { id } = (await change(hub, patrol, 'breakGlass', input, 'id')).data.breakGlass;
    expect(await hub.newestAbout(open)).toMatchObject({
      outcome: 'CHANGED',
      fields_disclosed: ['Mutation.breakGlass'],
      principal_id: 'patrol',
    });
    const review = { id, approved: true, comment: 'Befogat.' };
    const reviewed = await change(hub, reviewer('POLICE'), 'reviewBreakGlass', review, 'state');
    expect(reviewed.errors).toEqual([]);
    expect(await hub.newestAbout(open)).toMatchObject({
      outcome: 'CHANGED',
      fields_disclosed: ['Mutation.reviewBreakGlass'],
    });
  });

  test('a change that was not the asker’s to make', async () => {
    const input = { child: open, toAgency: 'POLICE', rows: ['municipality.description'], basis: 'OSL_10_2' };
    expect(codeOf(await change(hub, worker('0180'), 'release', input, 'id'))).toBe('NOT_FOUND');
    expect(await hub.newestAbout(open)).toMatchObject({
      outcome: 'REFUSED',
      fields_disclosed: [],
      fields_denied: ['Mutation.release'],
    });
  });

  test('and a list of such matters', async () => {
    await hub.ask(worker('2580'), '{ disclosureRequests { edges { node { id } } } }');
    expect(await hub.newestAbout(open)).toMatchObject({
      outcome: 'DISCLOSED',
      fields_disclosed: ['Query.disclosureRequests'],
    });
  });
});

test('what is asked, decided and broken open is published, whether or not anybody knows the child', async () => {
  expect(await hub.eventsOf(open)).toEqual(['DISCLOSURE_REQUESTED', 'DISCLOSURE_DECIDED', 'GLASS_BROKEN']);
  const key = 'once';
  const input = { child: unknown, fields: ['Placement.address'], reason: 'Barnet ska hämtas.' };
  for (let sending = 0; sending < 2; sending += 1)
    await change(hub, investigator, 'requestDisclosure', input, 'id', key);
  expect(await hub.eventsOf(unknown)).toEqual(['DISCLOSURE_REQUESTED']);
});

test('the guardian sees what was done about the ward, not by whom', async () => {
  const { data } = await hub.ask(
    guardianOf('open-case'),
    'query ($id: ID!) { accessLog(child: $id) { edges { node { fields principal } } } }',
    { id: open },
  );
  const nodes = data.accessLog.edges.map(({ node }: { node: object }) => node);
  expect(nodes).toContainEqual({ fields: ['Mutation.breakGlass'], principal: null });
});

test.each([
  ['before anybody is asked', { ...investigator, purpose: 'ALIEN_CONTROL' }, 'PURPOSE_REFUSED'],
  ['by the one who was asked', worker('0180'), 'NOT_FOUND'],
])('an answer that refuses %s carries its receipt', async (_when, asker, code) => {
  const input = { id: unknown };
  const refused = await change(hub, asker, 'withdrawConsent', input, 'id');
  expect(codeOf(refused)).toBe(code);
  const given = await request(open);
  expect(Object.keys(proofOf(refused))).toEqual(Object.keys(proofOf(given)));
  expect(proofOf(given).leafIndex).toBe(proofOf(refused).leafIndex + 1);
});
