import { isJsonObject, readOwn, type JsonObject } from './bare';
import type { PathKey } from './errorList';
import type { ClientShape } from './operation/clientShape';

/**
 * Translates the rest of a subgraph's error path, from a place the client knows, to the client's keys.
 * Undefined when it leads to something only the plan needed.
 */
export function toClientPath(
  base: readonly PathKey[],
  shape: ClientShape,
  rest: readonly PathKey[],
  renames: ReadonlyMap<string, string>,
): PathKey[] | undefined {
  const path = [...base];
  let current = shape;
  for (const key of rest) {
    if (typeof key === 'number') {
      path.push(key);
      continue;
    }
    const field = current.field(renames.get(key) ?? key);
    if (!field) return undefined;
    path.push(field.responseKey);
    current = field.shape;
  }
  return path;
}

/** The last object on a path through the tree, however far the path goes on beyond what is there. */
export function lastObjectOn(
  start: JsonObject,
  path: readonly PathKey[],
  renames: ReadonlyMap<string, string>,
): JsonObject {
  let last = start;
  let value: unknown = start;
  for (const key of path) {
    if (Array.isArray(value) && typeof key === 'number') value = value[key];
    else if (isJsonObject(value) && typeof key === 'string') value = readOwn(value, renames.get(key) ?? key);
    else break;
    if (isJsonObject(value)) last = value;
  }
  return last;
}

/** Whether something is an error path as the specification has it. */
export const isErrorPath = (path: unknown): path is readonly PathKey[] =>
  Array.isArray(path) && path.every((key) => typeof key === 'string' || Number.isInteger(key));
