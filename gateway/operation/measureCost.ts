import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** What a list without a page size is taken to hold: more than a child's lists mostly do. */
const usualList = 10;
/** The largest page; what a page size given as a variable is taken to be. */
const largestPage = 100;
/** A change locks, writes and tells others. */
const change = 10;

/**
 * How many objects the largest operation of a valid document makes the hub put together, at most: every object counts
 * one, what lies in a list as often as the list is long. `first` says how long the list in a connection is. Fragments
 * are reckoned once and multiplied.
 */
export function measureCost(document: DocumentNode, schema: GraphQLSchema): number {
  const costOf = createCost(schema, document);
  const costs = document.definitions.map((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return 0;
    const root = schema.getRootType(node.operation);
    const own = node.operation === 'mutation' ? change * node.selectionSet.selections.length : 0;
    return root ? own + costOf(node.selectionSet, root, usualList) : 0;
  });
  return Math.max(0, ...costs);
}

/** @returns the cost of a selection on a type whose own lists hold `listSize` */
type CostOf = (selections: SelectionSetNode, type: GraphQLNamedType, listSize: number) => number;

function createCost(schema: GraphQLSchema, document: DocumentNode): CostOf {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const known = new Map<string, number>();

  const ofFragment = (name: string, listSize: number): number => {
    const key = `${listSize} ${name}`;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (!fragment || !type) return 0;
    const cost = known.get(key) ?? costOf(fragment.selectionSet, type, listSize);
    known.set(key, cost);
    return cost;
  };

  const ofField = (node: FieldNode, type: GraphQLNamedType, listSize: number): number => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const below = field && getNamedType(field.type);
    if (!node.selectionSet || !field || !isCompositeType(below)) return 0;
    const times = isListType(getNullableType(field.type)) ? listSize : 1;
    return times * (1 + costOf(node.selectionSet, below, pageSize(node, field) ?? usualList));
  };

  const costOf: CostOf = (selections, type, listSize) => {
    let cost = 0;
    for (const node of selections.selections) {
      if (node.kind === Kind.FIELD) cost += ofField(node, type, listSize);
      else if (node.kind === Kind.FRAGMENT_SPREAD) cost += ofFragment(node.name.value, listSize);
      else {
        const narrowed = node.typeCondition && schema.getType(node.typeCondition.name.value);
        cost += costOf(node.selectionSet, narrowed ?? type, listSize);
      }
    }
    return cost;
  };
  return costOf;
}

/** Undefined when the field is not read in pages. */
function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
  const declared = field.args.find(({ name }) => name === 'first');
  if (!declared) return undefined;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (!given) return Number(declared.defaultValue ?? largestPage);
  return given.kind === Kind.INT ? Math.max(0, Number(given.value)) : largestPage;
}
