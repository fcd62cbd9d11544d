import { hashDocument } from '../../../gateway/operation/trustedDocuments';
import { asSocialEmergency, startTestGateway, type TestGateway } from '../testGateway';

const text = 'query Contacts {\n  dutyContacts(municipality: "0180") {\n    name\n  }\n}';
const id = hashDocument(text);
const registries = [JSON.stringify({ [id]: text })];
const answer = { data: { dutyContacts: [{ name: 'Socialjouren' }] } };

async function send(gateway: TestGateway, body: object) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await asSocialEmergency(gateway)) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { data?: object; errors?: { extensions: Record<string, unknown> }[] };
}

const reasonOf = async (gateway: TestGateway, body: object) =>
  (await send(gateway, body)).errors?.[0]?.extensions;

describe('where they are required', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway(
      { TRUSTED_DOCUMENTS: 'required', TRUSTED_DOCUMENTS_FILE: 'x.json' },
      { registries },
    );
  });
  afterAll(() => gateway.close());

  test.each([
    ['its id', { documentId: id }],
    ['its id with the name of the hash', { documentId: `sha256:${id}` }],
    ['the hash as Apollo sends it', { extensions: { persistedQuery: { version: 1, sha256Hash: id } } }],
    ['its own text', { query: 'query Contacts { dutyContacts(municipality: "0180") { name } }' }],
  ])('a registered document is answered by %s', async (_name, body) => {
    expect(await send(gateway, body)).toEqual(answer);
  });

  test('any other text is refused before the token is looked at', async () => {
    const extensions = await reasonOf(gateway, { query: '{ dutyContacts(municipality: "0180") { id } }' });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'DOCUMENT_NOT_TRUSTED' });
    expect(gateway.calls.filter(({ query }) => query.includes('id'))).toEqual([]);
  });

  test('a client cannot teach the hub a document', async () => {
    const query = '{ dutyContacts(municipality: "0180") { id } }';
    const taught = { query, extensions: { persistedQuery: { version: 1, sha256Hash: hashDocument(query) } } };
    for (const body of [taught, taught])
      expect(await reasonOf(gateway, body)).toMatchObject({ reason: 'UNKNOWN_DOCUMENT' });
  });

  test('over GET the id is enough as well', async () => {
    const response = await fetch(`${gateway.url}/graphql?documentId=${id}`, {
      headers: await asSocialEmergency(gateway),
    });
    expect(await response.json()).toEqual(answer);
  });
});

test('where they are allowed, anything else is answered too', async () => {
  const gateway = await startTestGateway({ TRUSTED_DOCUMENTS: 'allowed' }, { registries });
  try {
    expect(await send(gateway, { documentId: id })).toEqual(answer);
    expect(await send(gateway, { query: '{ dutyContacts(municipality: "0180") { name } }' })).toEqual(answer);
    expect(await reasonOf(gateway, {})).toMatchObject({ code: 'BAD_USER_INPUT' });
  } finally {
    await gateway.close();
  }
});

test('where they are off, an id says so', async () => {
  const gateway = await startTestGateway({ TRUSTED_DOCUMENTS: 'off' }, { registries });
  try {
    expect(await reasonOf(gateway, { documentId: id })).toMatchObject({ reason: 'DOCUMENTS_OFF' });
  } finally {
    await gateway.close();
  }
});
