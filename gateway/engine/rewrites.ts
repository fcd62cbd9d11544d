import type {
  FetchNodePathSegment,
  FetchRewrite,
  KeyRenamer,
  ValueSetter,
} from '@graphql-hive/router-query-planner';
import { isJsonObject, type JsonObject } from './bare';
import type { Supergraph } from './supergraph';

/** Changes a representation or an answer in place. */
export type Rewrite = (value: unknown) => void;

/** Compiles rewrites into one; undefined when there are none. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | null | undefined,
  supergraph: Supergraph,
): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, supergraph));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

/** The planner's aliases and the keys they become. */
export function readRenames(rewrites: readonly FetchRewrite[] | null | undefined): Map<string, string> {
  const renames = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    if (!('KeyRenamer' in rewrite)) continue;
    const last = rewrite.KeyRenamer.path.at(-1);
    if (last && 'Key' in last) renames.set(last.Key, rewrite.KeyRenamer.renameKeyTo);
  }
  return renames;
}

/** The type name that a value setter gives to the whole representation, such as an interface object's. */
export function readTypeNameSet(rewrites: readonly FetchRewrite[] | null | undefined): string[] {
  return (rewrites ?? []).flatMap((rewrite) => {
    const setter = toValueSetter(rewrite);
    const last = setter?.path.at(-1);
    return setter && last && 'Key' in last && last.Key === '__typename' ? [setter.setValueTo] : [];
  });
}

function compileRewrite(rewrite: FetchRewrite, supergraph: Supergraph): Rewrite {
  if ('KeyRenamer' in rewrite) return compileRenamer(rewrite.KeyRenamer, supergraph);
  const setter = toValueSetter(rewrite);
  if (!setter) throw new Error('The planner uses an unknown rewrite');
  return compileSetter(setter, supergraph);
}

function toValueSetter(rewrite: FetchRewrite): ValueSetter | undefined {
  if ('ValueSetter' in rewrite) return rewrite.ValueSetter;
  return 'setValueTo' in rewrite ? rewrite : undefined;
}

function compileRenamer({ path, renameKeyTo }: KeyRenamer, supergraph: Supergraph): Rewrite {
  return compilePath(path, supergraph, (object, key) => {
    if (!Object.hasOwn(object, key)) return;
    object[renameKeyTo] = object[key];
    object[key] = undefined; // deleting would turn the object into a slow dictionary
  });
}

function compileSetter({ path, setValueTo }: ValueSetter, supergraph: Supergraph): Rewrite {
  return compilePath(path, supergraph, (object, key) => {
    object[key] = setValueTo;
  });
}

type AtKey = (object: JsonObject, key: string) => void;

function compilePath(path: readonly FetchNodePathSegment[], supergraph: Supergraph, apply: AtKey): Rewrite {
  const [segment, ...rest] = path;
  if (!segment) throw new Error('The planner uses a rewrite without a path');
  const step = 'Key' in segment ? compileKey(segment.Key, rest, supergraph, apply) : undefined;
  const types = 'TypenameEquals' in segment ? segment.TypenameEquals : undefined;
  const next = types && compilePath(rest, supergraph, apply);
  const visit: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (!isJsonObject(value)) return;
    else if (step) step(value);
    else if (types && hasType(value, types, supergraph)) next?.(value);
  };
  return visit;
}

function compileKey(
  key: string,
  rest: readonly FetchNodePathSegment[],
  supergraph: Supergraph,
  apply: AtKey,
) {
  if (rest.length === 0) return (object: JsonObject) => apply(object, key);
  const next = compilePath(rest, supergraph, apply);
  return (object: JsonObject) => {
    if (Object.hasOwn(object, key)) next(object[key]);
  };
}

/** An answer without `__typename` passes: only objects of the right type have the planner's alias at all. */
function hasType(object: JsonObject, types: readonly string[], supergraph: Supergraph): boolean {
  const name = object.__typename;
  return typeof name !== 'string' || types.some((type) => supergraph.isSubType(name, type));
}
