import type { BatchFetchNode, EntityBatchAlias } from '@graphql-hive/router-query-planner';
import {
  Kind,
  parse,
  print,
  visit,
  type FieldNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { responseKeyOf } from './fetchParts';
import type { SeparatePart } from './separateArguments';

/** One `_entities` field of a call, and what is to stand in its place. */
export interface SeparatedAlias {
  readonly alias: EntityBatchAlias;
  readonly parts: readonly SeparatePart[];
}

/** The same call with an `_entities` field for each part. */
export function toBatchFetch(
  node: Omit<BatchFetchNode, 'entityBatch'>,
  separated: readonly SeparatedAlias[],
): BatchFetchNode {
  const operation = parse(node.operation, { noLocation: true }).definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('The planner gave a fetch without an operation');
  const aliases = separated.flatMap(({ alias, parts }) =>
    parts.map(({ requires, places }, index) => ({
      ...alias,
      alias: nameOf(alias, index),
      representationsVariableName: variableOf(alias, index),
      paths: alias.paths.filter((_path, place) => places.includes(place)),
      requires: [...requires],
    })),
  );
  return { ...node, operation: print(separate(operation, separated)), entityBatch: { aliases } };
}

function separate(
  operation: OperationDefinitionNode,
  separated: readonly SeparatedAlias[],
): OperationDefinitionNode {
  const selections = operation.selectionSet.selections.flatMap((field) => {
    const found = separated.find(
      ({ alias }) => field.kind === Kind.FIELD && responseKeyOf(field) === alias.alias,
    );
    if (!found || field.kind !== Kind.FIELD) return [field];
    return found.parts.map((part, index) => toField(field, part, found.alias, index));
  });
  const variableDefinitions = operation.variableDefinitions?.flatMap((definition) => {
    const using = separated.filter(
      ({ alias }) => alias.representationsVariableName === definition.variable.name.value,
    );
    if (using.length === 0) return [definition];
    return using.flatMap(({ alias, parts }) =>
      parts.map((_part, index) => renamed(definition, variableOf(alias, index))),
    );
  });
  return { ...operation, variableDefinitions, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

const toField = (
  field: FieldNode,
  { selectionSet }: SeparatePart,
  alias: EntityBatchAlias,
  index: number,
): FieldNode => ({
  ...renamed({ ...field, selectionSet: undefined }, variableOf(alias, index)),
  alias: { kind: Kind.NAME, value: nameOf(alias, index) },
  selectionSet,
});

const nameOf = ({ alias }: EntityBatchAlias, index: number) => `${alias}_${index}`;
const variableOf = (alias: EntityBatchAlias, index: number) => `reps${nameOf(alias, index)}`;

const renamed = <T extends FieldNode | VariableDefinitionNode>(node: T, variable: string): T =>
  visit(node, { Variable: (one) => ({ ...one, name: { kind: Kind.NAME, value: variable } }) }) as T;
