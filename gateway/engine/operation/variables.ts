import {
  getVariableValues,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

export type CoercedVariables =
  | { readonly values: Readonly<Record<string, unknown>>; readonly errors?: undefined }
  | { readonly values?: undefined; readonly errors: readonly GraphQLError[] };

const none: CoercedVariables = { values: Object.freeze({}) };
const maxErrors = 50;

/** Coerces the client's variables (GraphQL specification, 6.1.2); defaults are filled in. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  inputs: Readonly<Record<string, unknown>> | null | undefined,
): CoercedVariables {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return none;
  const { coerced, errors } = getVariableValues(schema, definitions, { ...inputs }, { maxErrors });
  return coerced ? { values: coerced } : { errors: errors ?? [] };
}
