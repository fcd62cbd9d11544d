import { executeSync, Kind, type DocumentNode, type FieldNode, type GraphQLSchema } from 'graphql';
import { createBare, type JsonObject } from './bare';
import type { PreparedOperation } from './operation/prepareOperation';

/** Answers a `__schema` or `__type` field from the public schema. */
export type Introspect = (variables: Readonly<Record<string, unknown>>) => unknown;

/** Compiles the nodes of one such field, at the root or wherever else a query type is. Without variables it is asked once. */
export function compileIntrospection(
  responseKey: string,
  selections: readonly FieldNode[],
  { operation, fragments }: Pick<PreparedOperation, 'operation' | 'fragments'>,
  schema: GraphQLSchema,
): Introspect {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        operation: 'query' as typeof operation.operation,
        directives: [],
        selectionSet: { kind: Kind.SELECTION_SET, selections },
      },
      ...fragments.values(),
    ],
  };
  const ask = (variableValues: Readonly<Record<string, unknown>>): JsonObject =>
    Object.assign(createBare(), executeSync({ schema, document, variableValues }).data);
  if (operation.variableDefinitions?.length) return (variables) => ask(variables)[responseKey] ?? null;
  let answer: JsonObject | undefined;
  return () => (answer ??= ask({}))[responseKey] ?? null;
}
