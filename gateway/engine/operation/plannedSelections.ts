import { getNamedType, isAbstractType, isCompositeType, isObjectType, isUnionType, Kind } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  FragmentSpreadNode,
  GraphQLCompositeType,
  GraphQLField,
  InlineFragmentNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { FieldGuard, Refusal, RefusedField } from '../guard';
import { conditionVariables, type ConditionPolicy } from './conditions';
import { mergeSelections } from './mergeSelections';
import { possibleTypesOf, type EngineSchema } from './engineSchema';

/**
 * The client's selections as the planner gets them. They differ in these ways:
 * - Aliases become the engine's own, and required fields with arguments get one. The planner adds `@key` and
 *   `@requires` fields under their plain names: a client's `id: name`, or the same field with other arguments, would
 *   take their place. It also keeps names such as `__proto__` from ever being a key in a subgraph's answer. Fields that
 *   differ in type from subgraph to subgraph get one for each type that has them: in one subgraph two of them may not
 *   stand under one key.
 * - Refused fields are left out, so that no subgraph is asked.
 * - A field of an interface is selected type by type when a type may not have it, or requires something for it.
 * - Introspection and the root's `__typename` are left out: the engine answers them.
 * - `@skip` and `@include` are carried out as far as the policy knows their values.
 * - A fragment that says nothing of the type is taken apart: the planner loses its way behind some of them.
 * - The observed entity's key, and `__typename` where hidden types must be told apart, are added.
 */
export class PlannedSelections {
  readonly treeKeys = new Map<FieldNode, string>();
  readonly conditionVariables = new Set<string>();
  readonly refused = new Map<string, RefusedField>();
  /** Fields refused on the type they were selected on, whatever the object's own type. */
  readonly refusedNodes = new Map<FieldNode, Refusal>();
  readonly coordinates = new Set<string>();
  readonly rootFields = new Set<string>();
  readonly #aliases = new Map<string, string>();
  readonly #fragments = new Map<string, FragmentDefinitionNode | null>();

  constructor(
    private readonly schema: EngineSchema,
    private readonly clientFragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly guard: FieldGuard | undefined,
    private readonly rootType: GraphQLCompositeType,
    private readonly conditions: ConditionPolicy,
  ) {}

  /** The root's selections; null when nothing is left for a subgraph. */
  root(selectionSet: SelectionSetNode): SelectionSetNode | null {
    const selections = this.#selections(selectionSet, this.rootType);
    return selections.length === 0 ? null : toSet(selections);
  }

  usedFragments(): FragmentDefinitionNode[] {
    return [...this.#fragments.values()].filter((fragment) => fragment !== null);
  }

  #selections({ selections }: SelectionSetNode, parent: GraphQLCompositeType): SelectionNode[] {
    const planned = selections.flatMap((selection) => {
      if (!this.conditions.includes(selection)) return [];
      for (const variable of conditionVariables(selection)) this.conditionVariables.add(variable);
      switch (selection.kind) {
        case Kind.FIELD:
          return this.#field(selection, parent);
        case Kind.INLINE_FRAGMENT:
          return this.#inlineFragment(selection, parent);
        case Kind.FRAGMENT_SPREAD:
          return this.#spread(selection, parent);
      }
    });
    return mergeSelections(planned);
  }

  #inlineFragment(node: InlineFragmentNode, parent: GraphQLCompositeType): SelectionNode[] {
    const type = node.typeCondition ? this.#compositeType(node.typeCondition.name.value) : parent;
    const selections = this.#selections(node.selectionSet, type);
    if (selections.length === 0) return [];
    const directives = this.conditions.directives(node.directives);
    if (type === parent && directives.length === 0) return selections;
    return [{ ...node, directives, selectionSet: toSet(selections) }];
  }

  #spread(node: FragmentSpreadNode, parent: GraphQLCompositeType): SelectionNode[] {
    const fragment = this.#fragment(node.name.value);
    if (!fragment) return [];
    const directives = this.conditions.directives(node.directives);
    const { typeCondition, selectionSet } = fragment;
    if (typeCondition.name.value === parent.name && directives.length === 0)
      return [...selectionSet.selections];
    return [{ ...node, directives }];
  }

  #fragment(name: string): FragmentDefinitionNode | null {
    const known = this.#fragments.get(name);
    if (known !== undefined) return known;
    const node = this.clientFragments.get(name);
    if (!node) return null;
    const type = this.#compositeType(node.typeCondition.name.value);
    const selections = this.#selections(node.selectionSet, type);
    const planned = selections.length === 0 ? null : { ...node, selectionSet: toSet(selections) };
    this.#fragments.set(name, planned);
    return planned;
  }

  #field(node: FieldNode, parent: GraphQLCompositeType): SelectionNode[] {
    const name = node.name.value;
    if (parent === this.rootType) this.rootFields.add(name);
    if (name === '__typename') return parent === this.rootType ? [] : [typenameField];
    const field = isUnionType(parent) ? undefined : parent.getFields()[name];
    if (!field) return []; // __schema and __type
    const allowed = this.#allowedTypes(parent, node);
    this.treeKeys.set(node, this.#treeKey(node, field, parent));
    if (allowed.length === 0) return [];
    const planned = this.#planField(node, field);
    if (allowed === 'all') return [planned];
    return allowed.map((type) => inlineFragmentOn(type, [planned]));
  }

  #planField(node: FieldNode, field: GraphQLField<unknown, unknown>): FieldNode {
    const key = this.treeKeys.get(node);
    const type = getNamedType(field.type);
    return {
      ...node,
      alias: key === undefined || key === field.name ? undefined : toName(key),
      directives: this.conditions.directives(node.directives),
      selectionSet: isCompositeType(type) ? this.#subselections(node, type) : undefined,
    };
  }

  #subselections(node: FieldNode, type: GraphQLCompositeType): SelectionSetNode {
    const selections = node.selectionSet ? this.#selections(node.selectionSet, type) : [];
    selections.push(...this.#observedKey(type));
    if (selections.length === 0 || this.schema.withHiddenTypes.has(type.name))
      selections.unshift(typenameField);
    return toSet(selections);
  }

  #observedKey(type: GraphQLCompositeType): SelectionNode[] {
    const { observe, api } = this.schema;
    if (!observe || !possibleTypesOf(api, type).some(({ name }) => name === observe.typeName)) return [];
    const key: FieldNode = { kind: Kind.FIELD, name: toName(observe.key) };
    return [isObjectType(type) ? key : inlineFragmentOn(observe.typeName, [key])];
  }

  /** The same response key and field always get the same alias, so that what could merge for the client still can. */
  #treeKey(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLCompositeType): string {
    const { supergraph } = this.schema;
    const varies = supergraph.varies(field.name);
    const isPlain = field.args.length === 0 || !supergraph.isRequired(field.name);
    if (!node.alias && isPlain && !varies) return field.name;
    const use = `${node.alias?.value ?? field.name}:${varies ? `${parent.name}.` : ''}${field.name}`;
    const alias = this.#aliases.get(use) ?? `${this.schema.aliasPrefix}${this.#aliases.size}`;
    this.#aliases.set(use, alias);
    return alias;
  }

  /** The object types for which the field may be fetched: a guard may refuse it for some types of an interface. */
  #allowedTypes(parent: GraphQLCompositeType, node: FieldNode): 'all' | string[] {
    const fieldName = node.name.value;
    this.coordinates.add(`${parent.name}.${fieldName}`);
    const refusal = this.#refuse(parent.name, fieldName);
    if (refusal) {
      this.refusedNodes.set(node, refusal);
      return [];
    }
    if (!isAbstractType(parent)) return 'all';
    const types = possibleTypesOf(this.schema.api, parent).map(({ name }) => name);
    for (const name of types) this.coordinates.add(`${name}.${fieldName}`);
    const allowed = types.filter((name) => !this.#refuse(name, fieldName));
    return allowed.length === types.length && !this.#isRequiring(types, fieldName) ? 'all' : allowed;
  }

  /** The planner overlooks a type's `@requires` behind an interface's field; it does not when the type is named. */
  #isRequiring(types: readonly string[], fieldName: string): boolean {
    return types.some((name) => this.schema.supergraph.requires(name, fieldName));
  }

  #refuse(typeName: string, fieldName: string): Refusal | null {
    const refusal = this.guard?.refuse(typeName, fieldName) ?? null;
    const coordinate = `${typeName}.${fieldName}`;
    if (refusal) this.refused.set(coordinate, { coordinate, ...refusal });
    return refusal;
  }

  #compositeType(name: string): GraphQLCompositeType {
    const type = this.schema.api.getType(name);
    if (!isCompositeType(type)) throw new Error(`Unknown composite type ${name}`);
    return type;
  }
}

const toName = (value: string) => ({ kind: Kind.NAME, value }) as const;
const toSet = (selections: SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });
const typenameField: FieldNode = { kind: Kind.FIELD, name: toName('__typename') };

const inlineFragmentOn = (typeName: string, selections: SelectionNode[]): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: toName(typeName) },
  selectionSet: toSet(selections),
});
