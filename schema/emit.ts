import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type GraphQLSchema } from 'graphql';
import { extractDocuments } from '../gateway/documents/extractDocuments';
import { createEngine } from '../gateway/engine/createEngine';
import { subgraphNames } from './protocol/vocabulary';
import { buildSubgraph } from '../subgraphs/shared/graph/buildSubgraph';
import { definitions } from '../subgraphs/definitions';
import { subgraphPorts } from '../subgraphs/ports';
import { emitAccessTable } from './access/emitAccessTable';
import { catalogue } from './catalogue';
import { compose } from './compose';
import { emitOperations } from './emitOperations';
import { projectFolder } from './files';

/**
 * Writes what is derived: each subgraph's SDL, the supergraph, the page's operations with their types and as a registry of
 * trusted documents, the table of the
 * access matrix. Fails when the subgraphs do not compose, a public shape of query cannot be planned, or the page asks
 * for what is not there.
 */
async function emitSchema(): Promise<void> {
  const folder = join(projectFolder(), 'schema');
  const subgraphs = subgraphNames.map((name) => ({
    name,
    sdl: buildSubgraph(definitions[name]).sdl,
    url: `http://localhost:${subgraphPorts[name]}/graphql`,
  }));
  for (const { name, sdl } of subgraphs) writeFileSync(join(folder, `${name}.graphql`), sdl);
  const supergraphSdl = compose(subgraphs);
  const schema = planCatalogue(supergraphSdl);
  const operations = join(folder, 'console', 'operations.ts');
  mkdirSync(join(folder, 'console'), { recursive: true });
  const pages = join(projectFolder(), 'gateway', 'console', 'src');
  writeFileSync(operations, await emitOperations(schema, pages, operations));
  const { documents, problems } = await extractDocuments(pages, schema);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  writeFileSync(join(folder, 'console', 'documents.json'), `${JSON.stringify(documents, null, 2)}\n`);
  writeFileSync(join(folder, 'supergraph.graphql'), supergraphSdl);
  writeFileSync(join(folder, 'access', 'ACCESS.md'), emitAccessTable());
  process.stdout.write(
    `schema: ${subgraphs.length} subgraphs composed, ${Object.keys(catalogue).length} shapes planned\n`,
  );
}

function planCatalogue(supergraphSdl: string): GraphQLSchema {
  const engine = createEngine({
    supergraphSdl,
    transports: () => () => Promise.reject(new Error('planning asks no subgraph')),
  });
  for (const query of Object.values(catalogue)) engine.compile(parse(query), undefined);
  return engine.schema;
}

emitSchema().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
