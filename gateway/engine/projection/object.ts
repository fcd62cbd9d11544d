import type { GraphQLInterfaceType, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { createBare, type JsonObject } from '../bare';
import type { Execution } from '../execution';
import { collectFields } from '../operation/collectFields';
import { compileField, type ProjectedField } from './field';
import type { ObservationLog } from './observationLog';
import type { ProjectionScope } from './projectionScope';

/** Gives an object of the answer, or null when a field that may not be null is. */
export type ObjectProjection = (source: JsonObject, execution: Execution, depth: number) => JsonObject | null;

export type CompileObject = (
  type: GraphQLObjectType | GraphQLInterfaceType,
  selectionSets: readonly SelectionSetNode[],
  scope: ProjectionScope,
) => ObjectProjection;

/** Compiles the selections of an object whose type is known; the fields are compiled when first needed. */
export const compileObject: CompileObject = (type, selectionSets, scope) => {
  let fields: readonly ProjectedField[] | undefined;
  const readFields = () =>
    (fields ??= [...collectFields(scope.collect, type, selectionSets)].map(([responseKey, nodes]) =>
      compileField(responseKey, nodes, type, scope),
    ));
  const { observe } = scope.schema;
  const observedKey = observe && observe.typeName === type.name ? observe.key : undefined;
  return (source, execution, depth) => {
    const { log } = execution;
    if (!log) return projectFields(fields ?? readFields(), source, execution, depth);
    return projectObserved(fields ?? readFields(), source, execution, depth, log, observedKey);
  };
};

function projectFields(
  fields: readonly ProjectedField[],
  source: JsonObject,
  execution: Execution,
  depth: number,
): JsonObject | null {
  const answer = createBare();
  const { path } = execution;
  for (const field of fields) {
    path[depth] = field.responseKey;
    const value = field.project(source, execution, depth + 1);
    if (value === undefined) return null;
    answer[field.responseKey] = value;
  }
  return answer;
}

function projectObserved(
  fields: readonly ProjectedField[],
  source: JsonObject,
  execution: Execution,
  depth: number,
  log: ObservationLog,
  observedKey: string | undefined,
): JsonObject | null {
  const outer = log.entity;
  const { mark } = log;
  if (observedKey !== undefined) log.entity = readEntityKey(source, observedKey);
  const answer = createBare();
  const { path, errors } = execution;
  for (const field of fields) {
    path[depth] = field.responseKey;
    const value = field.project(source, execution, depth + 1);
    const isEmpty = value === null || value === undefined;
    const isRefused = isEmpty && errors.explains(path.slice(0, depth + 1));
    log.add(field.coordinate, isRefused ? 'refused' : isEmpty ? 'empty' : 'given');
    if (value === undefined) {
      log.retract(mark);
      log.entity = outer;
      return null;
    }
    answer[field.responseKey] = value;
  }
  log.entity = outer;
  return answer;
}

function readEntityKey(source: JsonObject, key: string): string | null {
  const value = source[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
