import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSupergraph } from '../schema/files';
import { extractDocuments } from './documents/extractDocuments';
import { createEngine } from './engine/createEngine';

const usage = 'Usage: npm run documents -- --from FOLDER --out FILE';

/** `npm run documents`: writes the registry of a frontend's operations, or says what is wrong with them and writes none. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, out: { type: 'string' } } });
  const { from, out } = values;
  if (!from || !out) throw new Error(usage);
  const never = (): never => {
    throw new Error('no subgraph is asked');
  };
  const { schema } = createEngine({ supergraphSdl: readSupergraph(), transports: () => never });
  const { documents, problems } = await extractDocuments(from, schema);
  if (problems.length > 0) throw new Error(`Nothing is written:\n- ${problems.join('\n- ')}`);
  const texts = Object.keys(documents);
  if (texts.length === 0) throw new Error(`There is no GraphQL operation in ${from}. Nothing is written.`);
  writeFileSync(out, `${JSON.stringify(documents, null, 2)}\n`);
  process.stdout.write(`${out} holds ${texts.length} documents.\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
