import { execute, parse, validate, type DocumentNode } from 'graphql';
import { announce, createJsonServer } from './listen';
import { createWholeSchema } from './wholeSchema';

/** graphql-js and node:http, with the parsed and validated document kept. */
function main(): void {
  const schema = createWholeSchema();
  const documents = new Map<string, DocumentNode>();
  const read = (query: string): DocumentNode => {
    const known = documents.get(query);
    if (known) return known;
    const document = parse(query);
    const [error] = validate(schema, document);
    if (error) throw error;
    documents.set(query, document);
    return document;
  };
  announce(
    createJsonServer(async (body) => {
      const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
      return JSON.stringify(await execute({ schema, document: read(query), variableValues: variables }));
    }),
  );
}

main();
