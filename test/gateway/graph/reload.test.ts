import { asSocialEmergency, startTestGateway, type TestGateway } from '../testGateway';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.close());

const contacts = '{ dutyContacts(municipality: "0180") { name } }';
const withNumber = '{ dutyContacts(municipality: "0180") { number } }';
const eventsOf = () => gateway.lines.filter(({ event }) => String(event).startsWith('supergraph'));
/** The gateway's own supergraph with one field more, or one less. */
const changed = (from: string, to: string): string => gateway.options.supergraphSdl.replace(from, to);

test('a supergraph is taken into service while the gateway runs, and plans what is known beforehand', async () => {
  const headers = await asSocialEmergency(gateway);
  await gateway.post(contacts, headers);
  expect((await gateway.post(withNumber, headers)).status).toBe(400);
  const problem = await gateway.gateway.reload({
    supergraphSdl: changed(
      'type DutyContact',
      'type DutyContactMore\n  @join__type(graph: IDENTIFICATION)\n{ a: Int }\n\ntype DutyContact',
    ),
  });
  expect(problem).toBeNull();
  expect(eventsOf()).toEqual([{ level: 'info', event: 'supergraph-reloaded', planned: 1, lost: 0 }]);
  expect((await gateway.post(contacts, headers)).body.data).toEqual({
    dutyContacts: [{ name: 'Socialjouren' }],
  });
});

test('what the new one cannot answer is counted', async () => {
  const headers = await asSocialEmergency(gateway);
  await gateway.post(contacts, headers);
  await gateway.gateway.reload({ supergraphSdl: changed('  name: String!', '  title: String!') });
  expect(eventsOf()).toMatchObject([{ planned: 0, lost: 1 }]);
  expect((await gateway.post(contacts, headers)).status).toBe(400);
});

test.each([
  ['no GraphQL', 'type Query {', 'Syntax Error'],
  ['no supergraph', 'type Query { a: Int }', 'names no subgraph'],
])('%s changes nothing, and the reason is said', async (_name, supergraphSdl, reason) => {
  expect(await gateway.gateway.reload({ supergraphSdl })).toContain(reason);
  expect(eventsOf()).toMatchObject([{ level: 'error', event: 'supergraph-kept' }]);
  expect((await gateway.post(contacts, await asSocialEmergency(gateway))).status).toBe(200);
});

test('a subgraph that the gateway has no way to changes nothing', async () => {
  const unknown = gateway.options.supergraphSdl.replaceAll('"police"', '"customs"');
  expect(await gateway.gateway.reload({ supergraphSdl: unknown })).toContain('customs');
});

test('a registry that is wrong changes nothing', async () => {
  const { supergraphSdl } = gateway.options;
  expect(await gateway.gateway.reload({ supergraphSdl, registries: ['{"x":"{ me { id } }"}'] })).toContain(
    'SHA-256',
  );
});

test('an operation under way ends with the supergraph it began with', async () => {
  const reached = new Promise<() => void>((resolve) =>
    gateway.replace('identification', async (request, real) => {
      await new Promise<void>((go) => resolve(go));
      return real(request);
    }),
  );
  const answer = gateway.post(contacts, await asSocialEmergency(gateway));
  const go = await reached;
  await gateway.gateway.reload({ supergraphSdl: changed('  name: String!', '  title: String!') });
  go();
  expect((await answer).body.data).toEqual({ dutyContacts: [{ name: 'Socialjouren' }] });
});
