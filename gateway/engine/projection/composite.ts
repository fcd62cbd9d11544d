import { isInterfaceType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLAbstractType, GraphQLCompositeType, SelectionSetNode } from 'graphql';
import { isJsonObject, type JsonObject } from '../bare';
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
  return (value, execution, depth) => {
    if (value === null || value === undefined) return null;
    if (!isJsonObject(value)) {
      addErrorHere(execution, depth, `Expected an object for field ${coordinate}.`);
      return null;
    }
    const project = projectionOf(value);
    if (project) return project(value, execution, depth);
    addErrorHere(execution, depth, `The type of the object for field ${coordinate} is not known.`);
    return null;
  };
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
