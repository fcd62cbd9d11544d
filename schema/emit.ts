import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { createEngine } from '../gateway/engine/createEngine';
import { subgraphNames } from './protocol/vocabulary';
import { buildSubgraph } from '../subgraphs/shared/graph/buildSubgraph';
import { definitions } from '../subgraphs/definitions';
import { subgraphPorts } from '../subgraphs/ports';
import { emitAccessTable } from './access/emitAccessTable';
import { catalogue } from './catalogue';
import { compose } from './compose';
import { projectFolder } from './files';

/**
 * Writes what is derived: each subgraph's SDL, the supergraph, the table of the access matrix. Fails when the
 * subgraphs do not compose or a public shape of query cannot be planned.
 */
function emitSchema(): void {
  const folder = join(projectFolder(), 'schema');
  const subgraphs = subgraphNames.map((name) => ({
    name,
    sdl: buildSubgraph(definitions[name]).sdl,
    url: `http://localhost:${subgraphPorts[name]}/graphql`,
  }));
  for (const { name, sdl } of subgraphs) writeFileSync(join(folder, `${name}.graphql`), sdl);
  const supergraphSdl = compose(subgraphs);
  planCatalogue(supergraphSdl);
  writeFileSync(join(folder, 'supergraph.graphql'), supergraphSdl);
  writeFileSync(join(folder, 'access', 'ACCESS.md'), emitAccessTable());
  process.stdout.write(
    `schema: ${subgraphs.length} subgraphs composed, ${Object.keys(catalogue).length} shapes planned\n`,
  );
}

function planCatalogue(supergraphSdl: string): void {
  const engine = createEngine({
    supergraphSdl,
    transports: () => () => Promise.reject(new Error('planning asks no subgraph')),
  });
  for (const query of Object.values(catalogue)) engine.compile(parse(query), undefined);
}

emitSchema();
