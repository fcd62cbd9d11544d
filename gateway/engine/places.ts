import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isInheritedName, isJsonObject, readOwn, type JsonObject } from './bare';
import type { PathKey } from './errorList';
import type { ClientShape } from './operation/clientShape';
import type { Supergraph } from './supergraph';

/** Calls back for every object of the tree at a plan's path. */
export type VisitPlaces = (tree: JsonObject, visit: (place: JsonObject) => void) => void;

type Step = (value: unknown, visit: (place: JsonObject) => void) => void;

const arrive: Step = (value, visit) => {
  if (Array.isArray(value)) for (const item of value) arrive(item, visit);
  else if (typeof value === 'object' && value !== null) visit(value as JsonObject);
};

/** Compiles the path of a Flatten node. Lists of lists are entered whether or not the path says so. */
export function compilePlaces(path: readonly FlattenNodePathSegment[], supergraph: Supergraph): VisitPlaces {
  return path.reduceRight<Step>((next, segment) => compileStep(segment, next, supergraph), arrive);
}

function compileStep(segment: FlattenNodePathSegment, next: Step, supergraph: Supergraph): Step {
  if (segment === '@') return next;
  const enter =
    'Field' in segment
      ? compileField(segment.Field, next)
      : compileTypes(segment.TypeCondition, next, supergraph);
  const step: Step = (value, visit) => {
    if (Array.isArray(value)) for (const item of value) step(item, visit);
    else if (typeof value === 'object' && value !== null) enter(value as JsonObject, visit);
  };
  return step;
}

function compileField(key: string, next: Step) {
  if (isInheritedName(key))
    return (object: JsonObject, visit: (place: JsonObject) => void) => next(readOwn(object, key), visit);
  return (object: JsonObject, visit: (place: JsonObject) => void) => next(object[key], visit);
}

function compileTypes(types: readonly string[], next: Step, supergraph: Supergraph) {
  return (object: JsonObject, visit: (place: JsonObject) => void) => {
    const name = object.__typename;
    if (typeof name === 'string' && types.some((type) => supergraph.isSubType(name, type)))
      next(object, visit);
  };
}

/** Where an object of the tree stands for the client. */
export interface ClientPlace {
  readonly path: readonly PathKey[];
  readonly shape: ClientShape;
}

/**
 * Finds the client's paths of all objects at the paths; an object that only the plan needed is not among them.
 * Type conditions are passed over: types may have become more exact since the places were visited.
 */
export function locatePlaces(
  tree: JsonObject,
  shape: ClientShape,
  paths: readonly (readonly FlattenNodePathSegment[])[],
): Map<JsonObject, ClientPlace> {
  const located = new Map<JsonObject, ClientPlace>();
  const walk = (value: unknown, keys: readonly string[], place: ClientPlace): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => walk(item, keys, { ...place, path: [...place.path, index] }));
      return;
    }
    if (!isJsonObject(value)) return;
    const [key, ...rest] = keys;
    if (key === undefined) {
      located.set(value, place);
      return;
    }
    const field = place.shape.field(key);
    if (field)
      walk(readOwn(value, key), rest, { path: [...place.path, field.responseKey], shape: field.shape });
  };
  for (const path of paths)
    walk(
      tree,
      path.flatMap((one) => (one !== '@' && 'Field' in one ? [one.Field] : [])),
      { path: [], shape },
    );
  return located;
}
