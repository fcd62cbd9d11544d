import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, type GraphQLSchema } from 'graphql';
import { createLoans, createMember, createTitle, subgraphDocument, subgraphNames } from '../shop';
import type { Member, SubgraphName } from '../shop';
import { announce, createJsonServer } from './listen';

type Resolvers = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']
>;

const resolvers: Readonly<Record<SubgraphName, Resolvers>> = {
  members: {
    Query: {
      members: (_source: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_, index) => createMember(index)),
    },
    Member: { __resolveReference: ({ id }: Member) => createMember(Number(id.slice(1))) },
  },
  loans: { Member: { __resolveReference: (member: Member) => member, loans: createLoans } },
  titles: { Title: { __resolveReference: ({ id }: { id: string }) => createTitle(id) } },
};

/** All subgraphs in one process. Each answers a request that it has seen from memory, so as to cost next to nothing. */
function main(): void {
  const schemas = new Map<string, GraphQLSchema>(
    subgraphNames.map((name) => [
      `/${name}`,
      buildSubgraphSchema({ typeDefs: subgraphDocument(name), resolvers: resolvers[name] }),
    ]),
  );
  const seen = new Map<string, Buffer>();
  announce(
    createJsonServer(async (body, { url = '' }) => {
      const known = seen.get(url + body);
      if (known) return known;
      const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
      const schema = schemas.get(url);
      if (!schema) throw new Error(`No subgraph at ${url}`);
      const answer = Buffer.from(
        JSON.stringify(await graphql({ schema, source: query, variableValues: variables })),
      );
      seen.set(url + body, answer);
      return answer;
    }),
  );
}

main();
