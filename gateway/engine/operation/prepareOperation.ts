import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType } from 'graphql';
import type { OperationDefinitionNode, SelectionSetNode } from 'graphql';
import type { FieldGuard, Refusal, RefusedField } from '../guard';
import type { ConditionPolicy } from './conditions';
import type { EngineSchema } from './engineSchema';
import { renameReserved } from './plannedVariables';
import { PlannedSelections } from './plannedSelections';
import type { SelectedOperation } from './selectOperation';

/** An operation made ready for the planner, and what is known of the client's own. */
export interface PreparedOperation extends SelectedOperation {
  readonly rootType: GraphQLObjectType;
  /** What the planner gets; null when the engine itself can answer everything. */
  readonly planned: PlannedDocument | null;
  /** Where the value of a client's field stands in the tree. */
  readonly treeKeys: ReadonlyMap<FieldNode, string>;
  readonly guard: FieldGuard | undefined;
  readonly refusedNodes: ReadonlyMap<FieldNode, Refusal>;
  /** Variables of `@skip` and `@include`, in the order met. */
  readonly conditionVariables: readonly string[];
  readonly refused: readonly RefusedField[];
  readonly fieldCoordinates: ReadonlySet<string>;
  readonly rootFields: readonly string[];
}

export interface PlannedDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
}

/** Rewrites an operation for the planner: see `PlannedSelections` for what changes and why. */
export function prepareOperation(
  selected: SelectedOperation,
  schema: EngineSchema,
  guard: FieldGuard | undefined,
  conditions: ConditionPolicy,
): PreparedOperation {
  const { operation } = selected;
  const rootType = schema.api.getRootType(operation.operation);
  if (!rootType) throw new Error(`The schema has no ${operation.operation} type`);
  const selections = new PlannedSelections(schema, selected.fragments, guard, rootType, conditions);
  const selectionSet = selections.root(operation.selectionSet);
  return {
    ...selected,
    rootType,
    planned: selectionSet && toPlanned(operation, selectionSet, selections.usedFragments()),
    treeKeys: selections.treeKeys,
    guard,
    refusedNodes: selections.refusedNodes,
    conditionVariables: [...selections.conditionVariables],
    refused: [...selections.refused.values()],
    fieldCoordinates: selections.coordinates,
    rootFields: [...selections.rootFields],
  };
}

function toPlanned(
  operation: OperationDefinitionNode,
  selectionSet: SelectionSetNode,
  fragments: readonly FragmentDefinitionNode[],
): PlannedDocument {
  const variables = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  return {
    operation: renameReserved({ ...operation, selectionSet }, variables),
    fragments: fragments.map((fragment) => renameReserved(fragment, variables)),
  };
}
