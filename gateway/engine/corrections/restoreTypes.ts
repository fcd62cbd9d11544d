import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { Kind, type SelectionSetNode } from 'graphql';
import type { PlannedDocument } from '../operation/prepareOperation';
import type { Supergraph } from '../supergraph';
import { inlineSpreads, responseKeyOf, type FetchPart } from './fetchParts';
import type { PlanWrites } from './planWrites';

/**
 * Where the operation has fields of an interface object behind fragments on several types, the planner joins the fetches
 * into one and keeps only one of the types in `requires`. Gives the requires with the types that nothing else is asked
 * for.
 */
export function restoreTypes(
  part: FetchPart,
  planned: PlannedDocument,
  writes: PlanWrites,
  supergraph: Supergraph,
): readonly RequiresSelection[] {
  const known = part.requires.flatMap((one) => (one.kind === 'InlineFragment' ? [one] : []));
  const [pattern] = known;
  if (!pattern || !known.every(({ typeCondition }) => supergraph.isObjectType(typeCondition)))
    return part.requires;
  const missing = new Set<string>();
  for (const one of part.selectionSet.selections) {
    const interfaceName = one.kind === Kind.INLINE_FRAGMENT ? one.typeCondition?.name.value : undefined;
    if (interfaceName === undefined || supergraph.isObjectType(interfaceName)) continue;
    const keys = keysOf(one, part);
    for (const typeName of supergraph.possibleTypes(interfaceName)) {
      if (known.some(({ typeCondition }) => typeCondition === typeName)) continue;
      const isLost = part.places.some((place) => {
        const selected = selectedKeys(planned, place, typeName, supergraph);
        return keys.some(
          (key) => selected.has(key) && !writes.isWrittenElsewhere(place, key, typeName, part),
        );
      });
      if (isLost) missing.add(typeName);
    }
  }
  return [...part.requires, ...[...missing].map((typeCondition) => ({ ...pattern, typeCondition }))];
}

function keysOf(one: SelectionSetNode['selections'][number], { renames }: FetchPart): string[] {
  if (one.kind !== Kind.INLINE_FRAGMENT) return [];
  return one.selectionSet.selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD || field.name.value === '__typename') return [];
    const key = responseKeyOf(field);
    return [renames.get(key) ?? key];
  });
}

/** The response keys that the operation has for an object of the type at the place. */
function selectedKeys(
  { operation, fragments }: PlannedDocument,
  place: readonly string[],
  typeName: string,
  { isSubType }: Supergraph,
): Set<string> {
  const document = { kind: Kind.DOCUMENT, definitions: fragments } as const;
  let sets = [inlineSpreads(operation.selectionSet, document)];
  for (const key of place) sets = sets.flatMap((set) => setsUnder(set, key));
  const keys = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const one of set.selections) {
      if (one.kind === Kind.FIELD) keys.add(responseKeyOf(one));
      else if (one.kind === Kind.INLINE_FRAGMENT) {
        const condition = one.typeCondition?.name.value;
        if (condition === undefined || isSubType(typeName, condition)) collect(one.selectionSet);
      }
    }
  };
  sets.forEach(collect);
  return keys;
}

function setsUnder(set: SelectionSetNode, key: string): SelectionSetNode[] {
  return set.selections.flatMap((one) => {
    if (one.kind === Kind.INLINE_FRAGMENT) return setsUnder(one.selectionSet, key);
    return one.kind === Kind.FIELD && responseKeyOf(one) === key && one.selectionSet
      ? [one.selectionSet]
      : [];
  });
}
