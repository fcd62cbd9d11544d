import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { Kind, type SelectionSetNode } from 'graphql';
import { isJsonObject, type JsonObject } from './bare';
import type { Supergraph } from './supergraph';

/** The leaves of one `@key`, as paths; `org { id }` is `['org', 'id']`. */
export type EntityKey = readonly (readonly string[])[];

/** The subgraph's keys for any of the types that a representation holds all fields of. */
export function keysWithin(
  selections: readonly RequiresSelection[],
  owners: readonly string[],
  { subgraph, supergraph }: { subgraph: string; supergraph: Supergraph },
): readonly EntityKey[] {
  const fieldSets = [...new Set(owners)].flatMap((owner) => supergraph.keys(subgraph, owner));
  return fieldSets
    .map((fieldSet) => toLeaves(fieldSet))
    .filter((key) => key.every((leaf) => isWithin(leaf, selections)));
}

export const isKeyField = (name: string, keys: readonly EntityKey[]): boolean =>
  keys.some((key) => key.some(([first]) => first === name));

/** What of the keys lies behind a field: `[['org', 'id']]` behind `org` is `[['id']]`. */
export const keysBehind = (name: string, keys: readonly EntityKey[]): readonly EntityKey[] =>
  keys.map((key) =>
    key.filter(([first, ...rest]) => first === name && rest.length > 0).map((leaf) => leaf.slice(1)),
  );

/**
 * Whether one of the keys can identify the entity: every leaf is there, and one at least is not null. A compound key
 * may have null parts; the subgraph knows whether that means something.
 */
export function hasCompleteKey(representation: JsonObject, keys: readonly EntityKey[]): boolean {
  if (keys.length === 0)
    return Object.values(representation).every((value) => value !== null && value !== undefined);
  for (const key of keys) if (isComplete(representation, key)) return true;
  return false;
}

function isComplete(representation: JsonObject, key: EntityKey): boolean {
  let identifies = false;
  for (const leaf of key) {
    const value = leaf.length === 1 ? representation[leaf[0] as string] : valueAt(representation, leaf);
    if (value === undefined) return false;
    if (value !== null) identifies = true;
  }
  return identifies;
}

function valueAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || value === null || value === undefined) return value;
  if (Array.isArray(value)) {
    const values = value.map((item) => valueAt(item, [name, ...rest]));
    return values.includes(undefined) ? undefined : values;
  }
  return isJsonObject(value) ? valueAt(value[name], rest) : undefined;
}

function toLeaves({ selections }: SelectionSetNode): string[][] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return toLeaves(selection.selectionSet);
    const name = selection.name.value;
    return selection.selectionSet
      ? toLeaves(selection.selectionSet).map((leaf) => [name, ...leaf])
      : [[name]];
  });
}

function isWithin([name, ...rest]: readonly string[], selections: readonly RequiresSelection[]): boolean {
  if (name === undefined) return true;
  return selections.some((selection) => {
    if (selection.kind === 'InlineFragment') return isWithin([name, ...rest], selection.selections);
    if (selection.kind !== 'Field' || (selection.alias ?? selection.name) !== name) return false;
    return isWithin(rest, selection.selections ?? []);
  });
}
