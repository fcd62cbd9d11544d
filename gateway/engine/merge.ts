import { isInheritedName, isJsonObject, readOwn, type JsonObject } from './bare';

/** Says whether a type name is that of an object type, as opposed to an interface a subgraph stands in for. */
export type IsObjectType = (typeName: string) => boolean;

/** How a value gets into the tree. */
export type Take = (value: unknown) => unknown;

/** Takes the value itself: for an answer that goes to one place. */
export const takeOver: Take = (value) => value;

/**
 * Writes what a subgraph answered into the tree, in place. An answer that goes to several places must be taken by
 * `cloneJson` for all but the last of them: a later fetch may write to one place and not to the other.
 * `__proto__` is dropped: no field or planned alias has that name, so only an attack does.
 */
export function mergeInto(
  target: JsonObject,
  source: JsonObject,
  isObjectType: IsObjectType,
  take: Take = takeOver,
): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined || key === '__proto__') continue;
    const existing = isInheritedName(key) ? readOwn(target, key) : target[key];
    if (existing === undefined || existing === null) target[key] = take(value);
    else if (key === '__typename') target[key] = moreExactType(existing, value, isObjectType);
    else target[key] = mergeValues(existing, value, isObjectType, take);
  }
}

/** A subgraph with `@interfaceObject` answers with the interface's name; the object type's name must survive that. */
function moreExactType(existing: unknown, value: unknown, isObjectType: IsObjectType): unknown {
  return typeof value === 'string' && isObjectType(value) ? value : existing;
}

function mergeValues(existing: unknown, value: unknown, isObjectType: IsObjectType, take: Take): unknown {
  if (value === null) return existing;
  if (Array.isArray(existing) && Array.isArray(value) && existing.length === value.length) {
    value.forEach((item: unknown, index) => {
      const old: unknown = existing[index];
      existing[index] = old === null ? take(item) : mergeValues(old, item, isObjectType, take);
    });
    return existing;
  }
  if (!isJsonObject(existing) || !isJsonObject(value)) return take(value);
  mergeInto(existing, value, isObjectType, take);
  return existing;
}

/** A deep copy of JSON, without any `__proto__`. */
export const cloneJson: Take = (value) => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneJson);
  const copy: JsonObject = {};
  const source = value as JsonObject;
  for (const key of Object.keys(source)) if (key !== '__proto__') copy[key] = cloneJson(source[key]);
  return copy;
};
