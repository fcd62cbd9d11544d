import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { Kind, print, type FieldNode, type InlineFragmentNode, type SelectionSetNode } from 'graphql';
import { mergeSelections } from '../operation/mergeSelections';
import type { Supergraph } from '../supergraph';
import type { FetchPart } from './fetchParts';
import type { PlanWrites } from './planWrites';

/** Fields of a fetch that may be asked for with the same representations. */
export interface SeparatePart {
  readonly requires: readonly RequiresSelection[];
  readonly selectionSet: SelectionSetNode;
  /** Which of the fetch's places are meant. */
  readonly places: readonly number[];
}

/**
 * Where fields require one field with different arguments, the planner gives its values keys of its own, then joins
 * fetches as if a key meant the same for each field and at each place: the value of one is sent for the other. Gives
 * the parts that must be asked for apart, each with the keys that have what its fields require.
 */
export function separateArguments(
  part: FetchPart,
  writes: PlanWrites,
  supergraph: Supergraph,
): SeparatePart[] {
  const parts = new Map<string, SeparatePart>();
  part.places.forEach((place, index) => {
    for (const { requires, selectionSet } of separateAt(place, part, writes, supergraph)) {
      const id = `${JSON.stringify(requires)} ${print(selectionSet)}`;
      const places = [...(parts.get(id)?.places ?? []), index];
      parts.set(id, { requires, selectionSet, places });
    }
  });
  if (parts.size > 0) return [...parts.values()];
  return [{ ...part, places: part.places.map((_place, index) => index) }];
}

function separateAt(
  place: readonly string[],
  part: FetchPart,
  writes: PlanWrites,
  supergraph: Supergraph,
): Omit<SeparatePart, 'places'>[] {
  const groups = new Map<string, { requires: RequiresSelection[]; selections: InlineFragmentNode[] }>();
  for (const { typeName, field, fragment } of eachField(part.selectionSet, (inner) => inner)) {
    const required = supergraph.requiredBy(part.subgraph, typeName, field.name.value);
    const requires = resolve(part.requires, required ? [required] : [], place, writes);
    const id = JSON.stringify(requires);
    const known = groups.get(id) ?? { requires, selections: [] };
    groups.set(id, known);
    known.selections.push(fragment);
  }
  return [...groups.values()].map(({ requires, selections }) => ({
    requires,
    selectionSet: { kind: Kind.SELECTION_SET, selections: mergeSelections(selections) },
  }));
}

interface FieldOfType {
  readonly typeName: string;
  readonly field: FieldNode;
  /** The field alone, behind the fragments that it stands behind. */
  readonly fragment: InlineFragmentNode;
}

function eachField(
  { selections }: SelectionSetNode,
  wrap: (inner: InlineFragmentNode) => InlineFragmentNode,
): FieldOfType[] {
  return selections.flatMap((one) => {
    if (one.kind !== Kind.INLINE_FRAGMENT) return [];
    const typeName = one.typeCondition?.name.value ?? '';
    const alone = (selection: FieldNode | InlineFragmentNode) =>
      wrap({ ...one, selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] } });
    const fields = one.selectionSet.selections.flatMap((field) =>
      field.kind === Kind.FIELD ? [{ typeName, field, fragment: alone(field) }] : [],
    );
    return [...fields, ...eachField(one.selectionSet, alone)];
  });
}

/** The selections with, for each field that is required with arguments, the key that has it so; each field once. */
function resolve(
  selections: readonly RequiresSelection[],
  required: readonly SelectionSetNode[],
  place: readonly string[],
  writes: PlanWrites,
): RequiresSelection[] {
  const resolved = new Set<string>();
  return selections.flatMap((one): RequiresSelection[] => {
    if (one.kind === 'FragmentSpread') return [one];
    if (one.kind === 'InlineFragment')
      return [{ ...one, selections: resolve(one.selections, required, place, writes) }];
    const name = one.alias ?? one.name;
    if (resolved.has(name)) return [];
    resolved.add(name);
    const wanted = required.flatMap((set) => fieldsNamed(set, name));
    const key = keyOf(wanted[0], one.name, place, writes);
    const field = key === name ? { name } : { name: key, alias: name };
    if (!one.selections?.length) return [{ kind: 'Field', ...field }];
    const nested = wanted.flatMap(({ selectionSet }) => selectionSet ?? []);
    const below = resolve(one.selections, nested, [...place, key], writes);
    return [{ kind: 'Field', ...field, selections: below }];
  });
}

/** The planner's own choice where it is as good as any. */
function keyOf(
  wanted: FieldNode | undefined,
  chosen: string,
  place: readonly string[],
  writes: PlanWrites,
): string {
  if (!wanted?.arguments?.length) return chosen;
  const keys = writes.keysOf(place, wanted);
  return keys.includes(chosen) ? chosen : (keys[0] ?? chosen);
}

function fieldsNamed({ selections }: SelectionSetNode, name: string): FieldNode[] {
  return selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return one.name.value === name ? [one] : [];
    return one.kind === Kind.INLINE_FRAGMENT ? fieldsNamed(one.selectionSet, name) : [];
  });
}
