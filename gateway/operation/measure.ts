import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** The size of a selection with its fragments put in place. */
export interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly directives: number;
}

const nothing: Measure = { depth: 0, aliases: 0, fields: 0, directives: 0 };

/**
 * Measures every operation of a document and gives the largest of each. Fragments are measured once and multiplied, so
 * that twenty that each spread the next twice cost twenty steps, not a million; a fragment within itself counts as
 * nothing and is left to validation. Introspection does not count: it nests deeply and reads no agency.
 */
export function measureDocument(document: DocumentNode): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measure = createMeasure(fragments);
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => add(ofDirectives(node), measure(node.selectionSet)))
    .reduce(largest, nothing);
}

function createMeasure(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const measured = new Map<string, Measure>();

  const measureFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing);
    const fragment = fragments.get(name);
    const size = fragment ? measure(fragment.selectionSet) : nothing;
    measured.set(name, size);
    return size;
  };

  const measure = (selectionSet: SelectionSetNode): Measure => {
    let total = nothing;
    for (const selection of selectionSet.selections) {
      total = add(total, ofDirectives(selection));
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        total = add(total, measureFragment(selection.name.value));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        total = add(total, measure(selection.selectionSet));
      } else if (!selection.name.value.startsWith('__')) {
        const below = selection.selectionSet ? measure(selection.selectionSet) : nothing;
        const aliases = below.aliases + (selection.alias ? 1 : 0);
        total = add(total, { ...below, depth: below.depth + 1, aliases, fields: below.fields + 1 });
      }
    }
    return total;
  };
  return measure;
}

function ofDirectives({ directives }: { readonly directives?: readonly unknown[] }): Measure {
  return { ...nothing, directives: directives?.length ?? 0 };
}

function add(one: Measure, other: Measure): Measure {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    fields: one.fields + other.fields,
    directives: one.directives + other.directives,
  };
}

function largest(one: Measure, other: Measure): Measure {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: Math.max(one.aliases, other.aliases),
    fields: Math.max(one.fields, other.fields),
    directives: Math.max(one.directives, other.directives),
  };
}
