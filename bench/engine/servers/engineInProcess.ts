import { readFileSync } from 'node:fs';
import { execute, parse, type DocumentNode } from 'graphql';
import { createEngineServer } from '../../../gateway/engine/engineServer';
import type { EngineTransport } from '../../../gateway/engine/transports/engineTransport';
import type { SubgraphResponse } from '../../../schema/protocol/transport';
import type { SubgraphName } from '../shop';
import { announce } from './listen';
import { createSubgraphSchemas } from './subgraphSchemas';

/** The engine with the subgraphs in its own process; they execute every request. */
function main(): void {
  const schemas = createSubgraphSchemas();
  const documents = new Map<string, DocumentNode>();
  const read = (query: string): DocumentNode => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return document;
  };
  const transportTo =
    (name: string): EngineTransport =>
    async ({ query, variables }) => {
      const schema = schemas.get(name.toLowerCase() as SubgraphName);
      if (!schema) throw new Error(`No subgraph called ${name}`);
      const result = await execute({ schema, document: read(query), variableValues: variables });
      return result as SubgraphResponse;
    };
  announce(
    createEngineServer({
      supergraphSdl: readFileSync(process.env.SUPERGRAPH ?? '', 'utf8'),
      transports: transportTo,
    }),
  );
}

main();
