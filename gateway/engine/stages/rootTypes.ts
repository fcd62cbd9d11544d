import { Kind, type DocumentNode, type OperationTypeNode } from 'graphql';

export type RootTypes = Readonly<Record<OperationTypeNode, string>>;

/** The names of a schema's root types, as they usually are where it says nothing else. */
export function readRootTypes({ definitions }: DocumentNode): RootTypes {
  const named = definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION ? node.operationTypes : [],
  );
  return {
    query: 'Query',
    mutation: 'Mutation',
    subscription: 'Subscription',
    ...Object.fromEntries(named.map(({ operation, type }) => [operation, type.name.value])),
  };
}
