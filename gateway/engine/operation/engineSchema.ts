import { isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLAbstractType, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { ObservedEntity } from '../observer';
import type { Supergraph } from '../supergraph';

/** The public schema, the supergraph behind it, and what follows from the two; built once per engine. */
export interface EngineSchema {
  readonly api: GraphQLSchema;
  readonly supergraph: Supergraph;
  readonly observe: ObservedEntity | undefined;
  /** A prefix that no field name of the schema starts with, for the engine's own aliases. */
  readonly aliasPrefix: string;
  /** Abstract types behind which the supergraph has object types that the public schema hides. */
  readonly withHiddenTypes: ReadonlySet<string>;
}

export function createEngineSchema(
  api: GraphQLSchema,
  supergraph: Supergraph,
  observe: ObservedEntity | undefined,
): EngineSchema {
  const types = Object.values(api.getTypeMap());
  const hiding = types.filter((type) => isAbstractType(type) && hidesTypes(type, api, supergraph));
  return {
    api,
    supergraph,
    observe,
    aliasPrefix: freePrefix(types),
    withHiddenTypes: new Set(hiding.map(({ name }) => name)),
  };
}

/** The public object types that may stand where the type is expected. */
export const possibleTypesOf = (api: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] =>
  isAbstractType(type) ? api.getPossibleTypes(type) : isObjectType(type) ? [type] : [];

function hidesTypes(type: GraphQLAbstractType, api: GraphQLSchema, supergraph: Supergraph): boolean {
  return supergraph.possibleTypes(type.name).size > api.getPossibleTypes(type).length;
}

function freePrefix(types: readonly GraphQLNamedType[]): string {
  const names = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [],
  );
  let prefix = '_a';
  while (names.some((name) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}
