import type {
  BatchFetchNode,
  FetchNode,
  FlattenNodePathSegment,
  OutputRewrite,
  PlanNode,
} from '@graphql-hive/router-query-planner';
import { Kind, parse, print, type OperationDefinitionNode, type VariableDefinitionNode } from 'graphql';
import type { Stage } from './takeRequiring';

type Path = readonly FlattenNodePathSegment[];

/** Turns the plan of an entry into one for the entities at the stage's path: the entry's own fetch becomes theirs. */
export function placeEntryPlan(node: PlanNode, stage: Stage): PlanNode {
  const move = (path: Path): FlattenNodePathSegment[] => {
    const [entry, ...rest] = path;
    if (!entry || entry === '@' || !('Field' in entry) || entry.Field !== stage.field.entry)
      throw new Error('The plan of an entry leads out of it');
    return [...stage.path, ...rest];
  };
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((one) => placeEntryPlan(one, stage)) };
    case 'Fetch':
      return { kind: 'Flatten', path: [...stage.path], node: toEntityFetch(node, stage) };
    case 'Flatten':
      return { ...node, path: move(node.path) };
    case 'BatchFetch':
      return moveBatch(node, move);
    case 'Condition':
    case 'Subscription':
    case 'Defer':
      throw new Error(`The planner put a ${node.kind} node into the plan of an entry`);
  }
}

function moveBatch(node: BatchFetchNode, move: (path: Path) => FlattenNodePathSegment[]): BatchFetchNode {
  const aliases = node.entityBatch.aliases.map((one) => ({ ...one, paths: one.paths.map(move) }));
  return { ...node, entityBatch: { aliases } };
}

function toEntityFetch(node: FetchNode, { field, representation }: Stage): FetchNode {
  const operation = parse(node.operation, { noLocation: true }).definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? toEntityOperation(definition, field.typeName)
      : definition,
  );
  return {
    ...node,
    operation: operation.map(print).join('\n'),
    requires: [...representation],
    outputRewrites: node.outputRewrites?.map(withoutEntry),
  };
}

function toEntityOperation(node: OperationDefinitionNode, typeName: string): OperationDefinitionNode {
  const [entry, ...others] = node.selectionSet.selections;
  if (others.length > 0 || entry?.kind !== Kind.FIELD || !entry.selectionSet)
    throw new Error('The plan of an entry fetches something else');
  const pattern = parse(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typeName} { t } } }`,
    { noLocation: true },
  ).definitions[0] as OperationDefinitionNode;
  const variableDefinitions: VariableDefinitionNode[] = [
    ...(pattern.variableDefinitions ?? []),
    ...(node.variableDefinitions ?? []),
  ];
  const entities = pattern.selectionSet.selections.map((field) => {
    if (field.kind !== Kind.FIELD || !field.selectionSet) return field;
    const selections = field.selectionSet.selections.map((one) => ({
      ...one,
      selectionSet: entry.selectionSet,
    }));
    return { ...field, selectionSet: { ...field.selectionSet, selections } };
  });
  return {
    ...node,
    variableDefinitions,
    selectionSet: { ...pattern.selectionSet, selections: entities },
  } as OperationDefinitionNode;
}

/** Rewrites of an answer of `_entities` begin at the entity. */
function withoutEntry(rewrite: OutputRewrite): OutputRewrite {
  if ('KeyRenamer' in rewrite)
    return { KeyRenamer: { ...rewrite.KeyRenamer, path: rewrite.KeyRenamer.path.slice(1) } };
  if ('ValueSetter' in rewrite)
    return { ValueSetter: { ...rewrite.ValueSetter, path: rewrite.ValueSetter.path.slice(1) } };
  return { ...rewrite, path: rewrite.path.slice(1) };
}
