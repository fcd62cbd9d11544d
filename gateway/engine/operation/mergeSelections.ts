import { Kind, type FieldNode, type InlineFragmentNode, type SelectionNode } from 'graphql';

/**
 * Joins what stands twice in one selection set: fields under one response key, which validation has made sure are the
 * same, and fragments on one type. The planner cannot always find its way to the second. What is conditional stays.
 */
export function mergeSelections(selections: readonly SelectionNode[]): SelectionNode[] {
  const merged: SelectionNode[] = [];
  const places = new Map<string, number>();
  for (const selection of selections) {
    const key = keyOf(selection);
    const place = key === undefined ? undefined : places.get(key);
    const known = place === undefined ? undefined : merged[place];
    if (place !== undefined && known) {
      merged[place] = join(known as Mergeable, selection as Mergeable);
      continue;
    }
    if (key !== undefined) places.set(key, merged.length);
    merged.push(selection);
  }
  return merged;
}

type Mergeable = FieldNode | InlineFragmentNode;

function keyOf(selection: SelectionNode): string | undefined {
  if (selection.directives?.length || selection.kind === Kind.FRAGMENT_SPREAD) return undefined;
  return selection.kind === Kind.FIELD
    ? (selection.alias ?? selection.name).value
    : `...${selection.typeCondition?.name.value ?? ''}`;
}

function join(one: Mergeable, other: Mergeable): Mergeable {
  if (!one.selectionSet || !other.selectionSet) return one;
  const selections = mergeSelections([...one.selectionSet.selections, ...other.selectionSet.selections]);
  return { ...one, selectionSet: { ...one.selectionSet, selections } } as Mergeable;
}
