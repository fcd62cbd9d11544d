import { publicCoordinates } from '../../../schema/publicCoordinates';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type TestHub } from '../../harness/hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()) });
}, 60_000);
afterAll(() => hub?.close());

test('tells who asks, and lists only fields that the graph has and the role may ever see', async () => {
  const { data, errors } = await hub.ask(
    { role: 'POLICE_OFFICER' },
    '{ me { id role agency municipality { code } allowedFields(purpose: IDENTIFICATION) } }',
  );
  expect(errors).toEqual([]);
  expect(data.me).toMatchObject({ role: 'POLICE_OFFICER', agency: 'POLICE', municipality: null });
  expect(data.me.allowedFields).toEqual(expect.arrayContaining(['Child.names', 'Query.identify']));
  expect(data.me.allowedFields).not.toContain('Child.asylumCase');
  expect(data.me.allowedFields.filter((field: string) => !publicCoordinates().has(field))).toEqual([]);
});

test('answers the directory without purpose or case, and nothing at all without a token', async () => {
  const query =
    '{ dutyContacts(municipality: "0140") { name } municipality(code: "0140") { name county { code } } }';
  const { data } = await hub.ask({ role: 'NGO_WORKER' }, query);
  expect(data.municipality).toEqual({ name: 'Nykvarn', county: { code: '01' } });
  expect(data.dutyContacts.length).toBeGreaterThan(0);
  const response = await hub.post(JSON.stringify({ query }));
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('UNAUTHENTICATED');
});
