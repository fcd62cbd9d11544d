import { Agent, request } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer } from '../../subgraphs/shared/server/closeServer';
import { asSocialEmergency, startTestGateway, type TestGateway } from './testGateway';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.close());

const contacts = '{ dutyContacts(municipality: "0180") { name } }';

test('a gateway that is told to stop says so first, and answers meanwhile', async () => {
  const headers = await asSocialEmergency(gateway);
  expect((await fetch(`${gateway.url}/ready`)).status).toBe(200);
  gateway.gateway.drain();
  const ready = await fetch(`${gateway.url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'draining' }]);
  expect((await fetch(`${gateway.url}/health`)).status).toBe(200);
  const answer = await gateway.post(contacts, headers);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('connection')).toBe('close');
});

test('what is under way ends, on a connection that is kept open too, and nothing new comes in', async () => {
  const agent = new Agent({ keepAlive: true });
  const server = createServer(gateway.gateway.handle);
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const reached = new Promise<() => void>((resolve) =>
    gateway.replace('identification', async (asked, real) => {
      await new Promise<void>((go) => resolve(go));
      return real(asked);
    }),
  );
  const headers = { ...(await asSocialEmergency(gateway)), 'content-type': 'application/json' };
  const answer = new Promise<string>((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers };
    const sent = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ query: contacts }));
  });
  const go = await reached;
  gateway.gateway.drain();
  const closed = closeServer(server, 20_000);
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  go();
  expect(JSON.parse(await answer)).toEqual({ data: { dutyContacts: [{ name: 'Socialjouren' }] } });
  await closed;
  agent.destroy();
});
