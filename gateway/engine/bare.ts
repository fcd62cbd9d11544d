/** A JSON object as it comes from a subgraph or goes to a client. */
export type JsonObject = Record<string, unknown>;

const Bare = (() => {
  const constructor = function () {} as unknown as new () => JsonObject;
  constructor.prototype = Object.freeze(Object.create(null));
  return constructor;
})();

/**
 * An empty object that inherits nothing, so that a key named `__proto__` or `constructor` is a key like any other.
 * Objects of one constructor share hidden classes, which `Object.create(null)` gives up.
 */
export const createBare = (): JsonObject => new Bare();

const inheritedNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether an ordinary object answers to this name without having it. */
export const isInheritedName = (name: string): boolean => inheritedNames.has(name);

/** The object's own value under the key, never one of `Object.prototype`. */
export const readOwn = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
