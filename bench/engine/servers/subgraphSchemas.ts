import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { createLoans, createMember, createTitle, subgraphDocument, subgraphNames } from '../shop';
import type { Member, SubgraphName } from '../shop';

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

/** The subgraphs of the shop, with the data at hand. */
export function createSubgraphSchemas(): ReadonlyMap<SubgraphName, GraphQLSchema> {
  return new Map(
    subgraphNames.map((name) => [
      name,
      buildSubgraphSchema({ typeDefs: subgraphDocument(name), resolvers: resolvers[name] }),
    ]),
  );
}
