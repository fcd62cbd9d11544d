import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { createBare, isInheritedName, isJsonObject, readOwn, type JsonObject } from './bare';
import { hasCompleteKey, isKeyField, keysBehind, keysWithin, type EntityKey } from './entityKeys';
import type { Supergraph } from './supergraph';

/** What a subgraph is told of an entity: `__typename`, a key, and the fields it requires. */
export type Representation = JsonObject;

/** Builds the representation of an object in the tree; null when the subgraph cannot be asked about it. */
export type RepresentationBuilder = (object: JsonObject) => Representation | null;

export interface RepresentationScope {
  readonly subgraph: string;
  readonly supergraph: Supergraph;
  /** Type names that input rewrites set: keys are declared on those. */
  readonly renamedTypes: readonly string[];
}

/**
 * Compiles the planner's `requires`. An object without a complete key is not asked about; what `@requires` names and
 * nobody could give is sent as null, so that the subgraph can say itself what it could not decide.
 */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  scope: RepresentationScope,
): RepresentationBuilder {
  const byType = new Map<string, RepresentationBuilder>();
  return (object) => {
    const typeName = object.__typename;
    if (typeof typeName !== 'string') return null;
    let build = byType.get(typeName);
    if (!build) {
      build = compileForType(typeName, requires, scope);
      if (scope.supergraph.possibleTypes(typeName).size > 0) byType.set(typeName, build);
    }
    return build(object);
  };
}

function compileForType(
  typeName: string,
  requires: readonly RequiresSelection[],
  scope: RepresentationScope,
): RepresentationBuilder {
  const matching = requires.filter(
    (selection) =>
      selection.kind === 'InlineFragment' && scope.supergraph.isSubType(typeName, selection.typeCondition),
  );
  if (matching.length === 0) return () => null;
  const selections = matching.flatMap((one) => (one.kind === 'InlineFragment' ? one.selections : []));
  const conditions = matching.flatMap((one) => (one.kind === 'InlineFragment' ? [one.typeCondition] : []));
  const owners = [typeName, ...conditions, ...scope.renamedTypes];
  const keys = keysWithin(selections, owners, scope);
  const copy = compileCopy(selections, scope.supergraph, keys);
  return (object) => {
    const representation = copy(object);
    if (!hasCompleteKey(representation, keys)) return null;
    representation.__typename ??= typeName;
    return representation;
  };
}

type Copy = (object: JsonObject) => JsonObject;

interface CopiedField {
  /** Where the value stands in the tree; an alias of the planner's when another value took the name. */
  readonly from: string;
  readonly to: string;
  readonly inherited: boolean;
  readonly nested: Copy | undefined;
  /** What stands for a missing value: a key that is not there is left out, a required field is null. */
  readonly missing: null | undefined;
}

function compileCopy(
  selections: readonly RequiresSelection[],
  supergraph: Supergraph,
  keys: readonly EntityKey[],
): Copy {
  const fields = selections.flatMap((selection) => toField(selection, supergraph, keys));
  const fragments = selections.flatMap((selection) =>
    selection.kind === 'InlineFragment'
      ? [{ type: selection.typeCondition, copy: compileCopy(selection.selections, supergraph, keys) }]
      : [],
  );
  return (object) => {
    const copied = createBare();
    for (const field of fields) copyField(field, object, copied);
    if (fragments.length === 0) return copied;
    const typeName = object.__typename;
    if (typeof typeName !== 'string') return copied;
    copied.__typename = typeName; // the subgraph must know which of the types it was told about
    for (const { type, copy } of fragments) {
      if (supergraph.isSubType(typeName, type)) Object.assign(copied, copy(object));
    }
    return copied;
  };
}

function toField(
  selection: RequiresSelection,
  supergraph: Supergraph,
  keys: readonly EntityKey[],
): CopiedField[] {
  if (selection.kind === 'FragmentSpread') throw new Error('The planner uses a fragment spread in requires');
  if (selection.kind === 'InlineFragment') return [];
  const to = selection.alias ?? selection.name;
  const nested = selection.selections?.length
    ? compileCopy(selection.selections, supergraph, keysBehind(to, keys))
    : undefined;
  const missing = isKeyField(to, keys) ? undefined : null;
  return [{ from: selection.name, to, inherited: isInheritedName(selection.name), nested, missing }];
}

function copyField(field: CopiedField, object: JsonObject, copied: JsonObject): void {
  const value = field.inherited ? readOwn(object, field.from) : object[field.from];
  if (value === undefined) {
    if (field.missing === null) copied[field.to] = null;
  } else copied[field.to] = field.nested ? copyNested(value, field.nested) : value;
}

function copyNested(value: unknown, copy: Copy): unknown {
  if (Array.isArray(value)) return value.map((item) => copyNested(item, copy));
  return isJsonObject(value) ? copy(value) : null;
}
