import { isAbstractType, Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import type { FragmentDefinitionNode, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { isIncluded, type ConditionValue } from './conditions';

export interface CollectScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly valueOf: ConditionValue;
}

/**
 * The fields of an object by response key, in order (GraphQL specification, 6.3.2 CollectFields), over all selection
 * sets that were merged. `runtimeType` may be an interface when no subgraph had to say more.
 */
export function collectFields(
  scope: CollectScope,
  runtimeType: GraphQLNamedType,
  selectionSets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const selectionSet of selectionSets) collectInto(fields, visited, scope, runtimeType, selectionSet);
  return fields;
}

function collectInto(
  fields: Map<string, FieldNode[]>,
  visited: Set<string>,
  scope: CollectScope,
  runtimeType: GraphQLNamedType,
  selectionSet: SelectionSetNode,
): void {
  for (const selection of selectionSet.selections) {
    if (!isIncluded(selection, scope.valueOf)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const nodes = fields.get(key);
      if (nodes) nodes.push(selection);
      else fields.set(key, [selection]);
      continue;
    }
    const fragment = toFragment(selection, scope, visited);
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition !== undefined && !applies(scope.schema, condition, runtimeType)) continue;
    collectInto(fields, visited, scope, runtimeType, fragment.selectionSet);
  }
}

function toFragment(
  selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
  scope: CollectScope,
  visited: Set<string>,
) {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const name = selection.name.value;
  if (visited.has(name)) return undefined;
  visited.add(name);
  return scope.fragments.get(name);
}

function applies(schema: GraphQLSchema, condition: string, runtimeType: GraphQLNamedType): boolean {
  if (condition === runtimeType.name) return true;
  const type = schema.getType(condition);
  if (!isAbstractType(type)) return false;
  const isMember = 'getInterfaces' in runtimeType && schema.isSubType(type, runtimeType);
  return isMember;
}
