import { Kind, parse, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { isJsonObject, readOwn, type JsonObject } from '../bare';
import type { Supergraph } from '../supergraph';

/** What a fetch selects of the objects it writes into. Read from its query when something fails, not before. */
export class FetchSelection {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #selectionSet: SelectionSetNode | undefined;

  /**
   * @param entitiesKey the response key of the `_entities` field whose selection is meant; absent for a root fetch.
   * @param renames the planner's aliases and the keys they get in the tree.
   */
  constructor(
    query: string,
    entitiesKey: string | undefined,
    private readonly renames: ReadonlyMap<string, string>,
    private readonly supergraph: Supergraph,
  ) {
    for (const node of parse(query, { noLocation: true }).definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
      if (node.kind !== Kind.OPERATION_DEFINITION) continue;
      this.#selectionSet =
        entitiesKey === undefined ? node.selectionSet : fieldOf(node.selectionSet, entitiesKey);
    }
  }

  /** The keys of the tree that the fetch writes into its places, whatever their type. */
  keys(): string[] {
    const keys = new Set<string>();
    const collect = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD)
          keys.add(this.#treeKey(selection.alias?.value ?? selection.name.value));
        else collect(this.#fragmentOf(selection).selectionSet);
      }
    };
    if (this.#selectionSet) collect(this.#selectionSet);
    return [...keys];
  }

  /** Calls back for every field that the fetch would have written into the place and that is not there. */
  eachMissing(place: JsonObject, report: (object: JsonObject, key: string) => void): void {
    if (this.#selectionSet) this.#visit(this.#selectionSet, place, report);
  }

  #visit(set: SelectionSetNode, object: JsonObject, report: (object: JsonObject, key: string) => void): void {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        const { selectionSet, typeCondition } = this.#fragmentOf(selection);
        const type = readOwn(object, '__typename');
        const condition = typeCondition?.name.value;
        if (typeof type === 'string' && condition && !this.supergraph.isSubType(type, condition)) continue;
        this.#visit(selectionSet, object, report);
        continue;
      }
      const key = this.#treeKey(selection.alias?.value ?? selection.name.value);
      const value = readOwn(object, key);
      if (value === undefined) report(object, key);
      else if (selection.selectionSet) this.#visitValue(selection.selectionSet, value, report);
    }
  }

  #visitValue(
    set: SelectionSetNode,
    value: unknown,
    report: (object: JsonObject, key: string) => void,
  ): void {
    if (Array.isArray(value)) for (const item of value) this.#visitValue(set, item, report);
    else if (isJsonObject(value)) this.#visit(set, value, report);
  }

  #fragmentOf(selection: Exclude<SelectionSetNode['selections'][number], { kind: Kind.FIELD }>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const fragment = this.#fragments.get(selection.name.value);
    if (!fragment) throw new Error(`The planner uses an unknown fragment ${selection.name.value}`);
    return fragment;
  }

  #treeKey(responseKey: string): string {
    return this.renames.get(responseKey) ?? responseKey;
  }
}

function fieldOf({ selections }: SelectionSetNode, responseKey: string): SelectionSetNode | undefined {
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    if ((selection.alias?.value ?? selection.name.value) === responseKey) return selection.selectionSet;
  }
  return undefined;
}
