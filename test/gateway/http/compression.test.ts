import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { negotiateCoding } from '../../../gateway/http/compress';
import { asSocialEmergency, startTestGateway, type TestGateway } from '../testGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const directory = `{ ${Array.from({ length: 25 }, (_, n) => `contacts_in_municipality_${n}: dutyContacts(municipality: "0180") { name }`).join(' ')} }`;
const child = `{ identify(dossierNumber: "12-1") { child { ${Array.from({ length: 25 }, (_, n) => `a${n}: dossierNumber sex birthDate`).join(' ')} } } }`;

async function ask(query: string, coding: string) {
  const headers = {
    ...(await asSocialEmergency(gateway)),
    'content-type': 'application/json',
    'accept-encoding': coding,
  };
  return new Promise<{ coding: string | undefined; body: Buffer }>((resolve, reject) => {
    const sent = request(`${gateway.url}/graphql`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ coding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ query }));
  });
}

test('a directory is compressed as the client likes it, and is the same', async () => {
  const plain = await ask(directory, 'identity');
  expect(plain.coding).toBeUndefined();
  const brotli = await ask(directory, 'gzip, br');
  expect(brotli.coding).toBe('br');
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  const zipped = await ask(directory, 'gzip;q=1.0, br;q=0');
  expect(zipped.coding).toBe('gzip');
  expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
});

test('an answer about a child is as long on the wire as it is', async () => {
  const { coding, body } = await ask(child, 'gzip, br');
  expect(coding).toBeUndefined();
  expect(JSON.parse(body.toString())).toMatchObject({ data: { identify: { child: { a0: '12-1' } } } });
});

test.each([
  ['br, gzip', 5_000, 'br'],
  ['GZIP', 5_000, 'gzip'],
  ['br;q=0, gzip;q=0.000', 5_000, null],
  ['deflate', 5_000, null],
  ['br', 100, null],
  [null, 5_000, null],
])('of %s, %d bytes are sent as %s', (accepted, length, coding) => {
  expect(negotiateCoding(accepted, length)).toBe(coding);
});
