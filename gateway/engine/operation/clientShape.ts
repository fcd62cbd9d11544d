import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

interface ShapeSource {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly treeKeys: ReadonlyMap<FieldNode, string>;
}

/** A client's field under a key of the tree. */
export interface ShapeField {
  readonly responseKey: string;
  readonly shape: ClientShape;
}

/**
 * Which keys of the tree the client asked for, whatever the type: tells a path the client knows from one that only the
 * plan needed. Built step by step as paths are followed, which happens for errors alone.
 */
export class ClientShape {
  #fields: Map<string, { responseKey: string; selectionSets: SelectionSetNode[] }> | undefined;
  readonly #children = new Map<string, ShapeField>();

  constructor(
    private readonly source: ShapeSource,
    private readonly selectionSets: readonly SelectionSetNode[],
  ) {}

  field(treeKey: string): ShapeField | undefined {
    const known = this.#children.get(treeKey);
    if (known) return known;
    this.#fields ??= this.#readFields();
    const field = this.#fields.get(treeKey);
    if (!field) return undefined;
    const child = {
      responseKey: field.responseKey,
      shape: new ClientShape(this.source, field.selectionSets),
    };
    this.#children.set(treeKey, child);
    return child;
  }

  #readFields() {
    const fields = new Map<string, { responseKey: string; selectionSets: SelectionSetNode[] }>();
    const visited = new Set<string>();
    const visit = (selectionSet: SelectionSetNode): void => {
      for (const selection of selectionSet.selections) {
        if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
        else if (selection.kind === Kind.FIELD) this.#addField(fields, selection);
        else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          const fragment = this.source.fragments.get(selection.name.value);
          if (fragment) visit(fragment.selectionSet);
        }
      }
    };
    this.selectionSets.forEach(visit);
    return fields;
  }

  #addField(
    fields: Map<string, { responseKey: string; selectionSets: SelectionSetNode[] }>,
    node: FieldNode,
  ) {
    const treeKey = this.source.treeKeys.get(node);
    if (treeKey === undefined) return;
    const field = fields.get(treeKey) ?? {
      responseKey: node.alias?.value ?? node.name.value,
      selectionSets: [],
    };
    if (node.selectionSet) field.selectionSets.push(node.selectionSet);
    fields.set(treeKey, field);
  }
}
