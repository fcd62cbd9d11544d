import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { extractDocuments } from '../../../gateway/documents/extractDocuments';
import { createTrustedDocuments, hashDocument } from '../../../gateway/operation/trustedDocuments';

const schema = buildSchema('type Query { me: Actor } type Actor { id: ID role: String }');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skyddsnat-frontend-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

test('operations are found in files and in templates, each with the fragments it uses from anywhere', async () => {
  write({
    'queries/me.graphql': 'query Me { me { ...Who } }',
    'src/parts.tsx':
      "import gql from 'graphql-tag';\nexport const who = gql`fragment Who on Actor { role }`;",
    'src/commented.js': 'const text = /* GraphQL */ `query Id { me { id } }`;',
    'node_modules/other/index.graphql': 'query Foreign { me { id } }',
  });
  const { documents, problems } = await extractDocuments(folder, schema);
  expect(problems).toEqual([]);
  expect(Object.values(documents).sort()).toEqual([
    'query Id {\n  me {\n    id\n  }\n}',
    'query Me {\n  me {\n    ...Who\n  }\n}\n\nfragment Who on Actor {\n  role\n}',
  ]);
  for (const [id, text] of Object.entries(documents)) expect(id).toBe(hashDocument(text));
  expect(createTrustedDocuments('required', [JSON.stringify(documents)]).texts).toHaveLength(2);
});

test('everything that is wrong is said with the file in which it stands', async () => {
  write({
    'a.graphql': 'query A { me { salary } }',
    'b.graphql': 'query B { me { ...Nowhere } }',
    'c.graphql': 'query C {',
    'd.graphql': 'fragment F on Actor { id }',
    'e.graphql': 'fragment F on Actor { role } query E { me { ...F } }',
  });
  const { problems } = await extractDocuments(folder, schema);
  expect(problems.map((problem) => problem.slice(0, 9)).sort()).toEqual([
    'a.graphql',
    'b.graphql',
    'c.graphql',
    'e.graphql',
  ]);
});
