import { createTrustedDocuments, hashDocument } from '../../../gateway/operation/trustedDocuments';

const text = 'query Me {\n  me {\n    role\n  }\n}';
const id = hashDocument(text);
const registry = JSON.stringify({ [id]: text });

test('a document is found by its hash, with and without the name of the hash before it', () => {
  const documents = createTrustedDocuments('required', [registry]);
  expect(documents.find(id)).toBe(text);
  expect(documents.find(`sha256:${id}`)).toBe(text);
  expect(documents.find('constructor')).toBeUndefined();
});

test('the same document laid out otherwise is the same document, another one is not', () => {
  const documents = createTrustedDocuments('required', [registry]);
  expect(documents.has('query Me { me { role } }')).toBe(true);
  expect(documents.has('query Me { me { role id } }')).toBe(false);
  expect(documents.has('query Me {')).toBe(false);
});

test('fragments may stand in any order', () => {
  const [query, one, other] = [
    '{ me { ...A ...B } }',
    'fragment A on Actor { id }',
    'fragment B on Actor { role }',
  ];
  const whole = `${query} ${one} ${other}`;
  const documents = createTrustedDocuments('required', [JSON.stringify({ [hashDocument(whole)]: whole })]);
  expect(documents.has(`${other} ${query} ${one}`)).toBe(true);
});

test("the manifest of Apollo's tools is a registry, too", () => {
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id, name: 'Me', type: 'query', body: text }],
  };
  expect(createTrustedDocuments('allowed', [JSON.stringify(manifest)]).find(id)).toBe(text);
});

test('a registry whose hash names another text is refused whole', () => {
  const wrong = JSON.stringify({ [id]: 'query Me { me { id } }', [hashDocument('x')]: 7 });
  expect(() => createTrustedDocuments('required', [wrong])).toThrow(
    /is not the SHA-256 of its text\n- .* has no text/,
  );
  expect(() => createTrustedDocuments('required', ['[]'])).toThrow('not a JSON object');
});

test('where trusted documents are off, none is known', () => {
  expect(createTrustedDocuments('off', [registry]).find(id)).toBeUndefined();
});
