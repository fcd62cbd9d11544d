import type { FlattenNodePathSegment, RequiresSelection } from '@graphql-hive/router-query-planner';
import {
  Kind,
  print,
  type FieldNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { mergeSelections } from '../operation/mergeSelections';
import type { Supergraph } from '../supergraph';
import type { Entries, RequiringField } from './entries';
import type { RootTypes } from './rootTypes';

/** Fields that are asked for when all that they require is in the tree. */
export interface Stage {
  readonly path: readonly FlattenNodePathSegment[];
  readonly field: RequiringField;
  readonly representation: readonly RequiresSelection[];
  readonly selections: FieldNode[];
}

export interface StagedOperation {
  /** The operation with what the fields require in place of the fields. */
  readonly first: OperationDefinitionNode;
  readonly stages: readonly Stage[];
}

export interface TakingScope {
  readonly entries: Entries;
  readonly supergraph: Supergraph;
  readonly rootTypes: RootTypes;
  /** Which of a field's keys is asked for; beyond its last, the first again. */
  readonly keyChoice: number;
  /** Whether a field that requires something and cannot be taken out may stay. */
  readonly mayStay: boolean;
}

/**
 * Takes the fields with a `@requires` out of an operation without fragment spreads. What stands below such a field goes with it.
 *
 * @throws when there are conditions, which a place in the tree does not show
 */
export function takeRequiring(operation: OperationDefinitionNode, scope: TakingScope): StagedOperation {
  const taking = new Taking(scope);
  const selectionSet = taking.within(operation.selectionSet, scope.rootTypes[operation.operation], []);
  return { first: { ...operation, selectionSet }, stages: [...taking.stages.values()] };
}

type Path = readonly FlattenNodePathSegment[];

class Taking {
  readonly stages = new Map<string, Stage>();

  constructor(private readonly scope: TakingScope) {}

  within({ selections }: SelectionSetNode, parent: string, path: Path): SelectionSetNode {
    return toSet(mergeSelections(selections.flatMap((one) => this.#selection(one, parent, path))));
  }

  #selection(node: SelectionNode, parent: string, path: Path): readonly SelectionNode[] {
    if (node.directives?.length) throw new Error('An operation with conditions cannot be planned in stages');
    if (node.kind === Kind.FIELD) return this.#field(node, parent, path);
    if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('The fragments must be in place');
    return this.#fragment(node.typeCondition?.name.value ?? parent, node.selectionSet, parent, path);
  }

  #fragment(type: string, set: SelectionSetNode, parent: string, path: Path): readonly SelectionNode[] {
    if (type === parent) return this.within(set, parent, path).selections;
    const before = this.stages.size;
    const fragment = inlineFragmentOn(type, this.within(set, type, [...path, { TypeCondition: [type] }]));
    return this.stages.size === before ? [fragment] : [typenameField, fragment];
  }

  #field(node: FieldNode, parent: string, path: Path): readonly SelectionNode[] {
    const { entries, supergraph, mayStay } = this.scope;
    const requiring = entries.find(parent, node.name.value);
    if (requiring) return this.#take(node, requiring, path);
    if (!mayStay && supergraph.requires(parent, node.name.value))
      throw new Error(`The field ${node.name.value} cannot be planned in stages`);
    const type = supergraph.fieldType(parent, node.name.value);
    if (!node.selectionSet || !type) return [node];
    const inner: Path = [...path, { Field: (node.alias ?? node.name).value }];
    return [{ ...node, selectionSet: this.within(node.selectionSet, toNamed(type), inner) }];
  }

  /** What stays in place of the field: the entity's key, and what the field requires. */
  #take(node: FieldNode, field: RequiringField, path: Path): readonly SelectionNode[] {
    const { typeName, keys, requires } = field;
    const key = keys[this.scope.keyChoice % keys.length] ?? requires;
    const needed = [key, requires].flatMap((set) => this.#toNeeded(set, typeName, field.entry).selections);
    const id = JSON.stringify([path, field.entry, requires]);
    const known = this.stages.get(id);
    if (known) known.selections.push(node);
    else {
      const selections = [typenameField, ...needed].flatMap(toRequires);
      const representation = [{ kind: 'InlineFragment' as const, typeCondition: typeName, selections }];
      this.stages.set(id, { path, field, representation, selections: [node] });
    }
    return [typenameField, ...needed];
  }

  /**
   * Adds `__typename` where a subgraph could not know of which type it is told, and an alias to what has arguments, since
   * others may ask for the same field with arguments of theirs.
   */
  #toNeeded({ selections }: SelectionSetNode, parent: string, entry: string): SelectionSetNode {
    const { supergraph } = this.scope;
    const needed = selections.map((node): SelectionNode => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return node;
      const own = node.kind === Kind.FIELD ? withAlias(node, entry) : node;
      if (!node.selectionSet) return own;
      const type =
        node.kind === Kind.FIELD
          ? toNamed(supergraph.fieldType(parent, node.name.value) ?? '')
          : (node.typeCondition?.name.value ?? parent);
      return { ...own, selectionSet: this.#toNeeded(node.selectionSet, type, entry) } as SelectionNode;
    });
    return toSet(supergraph.isObjectType(parent) ? needed : [typenameField, ...needed]);
  }
}

/** The same arguments make the same alias, in whichever stage. */
function withAlias(node: FieldNode, entry: string): FieldNode {
  if (!node.arguments?.length) return node;
  const given = Buffer.from(node.arguments.map(print).join()).toString('hex');
  return { ...node, alias: toName(`${entry}_${node.name.value}_${given}`) };
}

function toRequires(node: SelectionNode): RequiresSelection[] {
  if (node.kind === Kind.FRAGMENT_SPREAD) return [];
  const selections = node.selectionSet?.selections.flatMap(toRequires);
  if (node.kind === Kind.FIELD) {
    const { alias, name } = node;
    return [{ kind: 'Field', name: (alias ?? name).value, alias: alias && name.value, selections }];
  }
  const typeCondition = node.typeCondition?.name.value;
  if (!selections || !typeCondition) return selections ?? [];
  return [{ kind: 'InlineFragment', typeCondition, selections }];
}

const toNamed = (type: string): string => type.replace(/[[\]!]/g, '');
const toSet = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});
const toName = (value: string) => ({ kind: Kind.NAME, value }) as const;
const typenameField: FieldNode = { kind: Kind.FIELD, name: toName('__typename') };

const inlineFragmentOn = (typeName: string, selectionSet: SelectionSetNode): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: toName(typeName) },
  selectionSet,
});
