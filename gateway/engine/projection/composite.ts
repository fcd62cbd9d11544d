import { isInterfaceType, isObjectType, Kind } from 'graphql';
import type { FieldNode, GraphQLAbstractType, GraphQLCompositeType, SelectionSetNode } from 'graphql';
import { isJsonObject, type JsonObject } from '../bare';
import type { Execution } from '../execution';
import { addErrorHere, type Completer } from './completer';
import type { ObjectProjection } from './object';
import type { ProjectionScope } from './projectionScope';

/** An object, an interface or a union. */
export function compileComposite(
  type: GraphQLCompositeType,
  nodes: readonly FieldNode[],
  coordinate: string,
  scope: ProjectionScope,
): Completer {
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const projectionOf = isObjectType(type)
    ? fixed(scope.compileObject(type, selectionSets, scope))
    : byRuntimeType(type, selectionSets, scope);
  const isUntold = compileUntold(type, selectionSets, scope);
  return (value, execution, depth) => {
    if (value === null || value === undefined) return null;
    if (!isJsonObject(value)) {
      addErrorHere(execution, depth, `Expected an object for field ${coordinate}.`);
      return null;
    }
    const project = projectionOf(value);
    if (project) return isUntold(value, execution, depth) ? null : project(value, execution, depth);
    addErrorHere(execution, depth, `The type of the object for field ${coordinate} is not known.`);
    return null;
  };
}

/**
 * Whether the object's type had to be found out and was not, because that fetch failed. What it is not known to be is no
 * reason to leave its fields out: it is null, for the reason of the fetch.
 */
function compileUntold(
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
  scope: ProjectionScope,
) {
  if (isObjectType(type) || !asksForType(selectionSets, type, scope)) return () => false;
  return (value: JsonObject, { failures, errors, path }: Execution, depth: number): boolean => {
    if (!failures.any) return false;
    const name = value.__typename;
    if (typeof name === 'string' && isObjectType(scope.schema.api.getType(name))) return false;
    const reason = failures.reasonFor(value);
    if (!reason) return false;
    const here = path.slice(0, depth);
    if (!errors.explains(here)) errors.add(reason.order, reason.message, here, reason.extensions);
    reason.told = true;
    return true;
  };
}

/** Whether `__typename` or a fragment on something else than the type itself is selected. */
function asksForType(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  scope: ProjectionScope,
): boolean {
  return selectionSets.some(({ selections }) =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : scope.operation.fragments.get(selection.name.value);
      if (!fragment) return false;
      const condition = fragment.typeCondition?.name.value ?? type.name;
      return condition !== type.name || asksForType([fragment.selectionSet], type, scope);
    }),
  );
}

type ProjectionOf = (source: JsonObject) => ObjectProjection | undefined;

const fixed =
  (projection: ObjectProjection): ProjectionOf =>
  () =>
    projection;

/**
 * Looks the type up by `__typename`. Without one, no fragment asked for it and the interface's own fields will do; an
 * object type outside the public schema gives nothing.
 */
function byRuntimeType(
  type: GraphQLAbstractType,
  selectionSets: readonly SelectionSetNode[],
  scope: ProjectionScope,
): ProjectionOf {
  const projections = new Map<string, ObjectProjection | undefined>();
  const { api } = scope.schema;
  const compile = (name: string): ObjectProjection | undefined => {
    const runtimeType = api.getType(name);
    if (!isObjectType(runtimeType) && !isInterfaceType(runtimeType)) return undefined;
    if (runtimeType !== type && !api.isSubType(type, runtimeType)) return undefined;
    return scope.compileObject(runtimeType, selectionSets, scope);
  };
  return (source) => {
    const name = typeof source.__typename === 'string' ? source.__typename : type.name;
    const known = projections.get(name);
    if (known) return known;
    const projection = compile(name);
    if (projection) projections.set(name, projection);
    return projection;
  };
}
