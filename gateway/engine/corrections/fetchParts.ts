import type {
  BatchFetchNode,
  FetchNode,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { Kind, parse, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';
import { readRenames } from '../rewrites';

/** What a fetch of the plan asks for at some places of the tree: all of a root fetch, or one `_entities` field. */
export interface FetchPart {
  readonly subgraph: string;
  /** The response keys that lead to each place. */
  readonly places: readonly (readonly string[])[];
  readonly requires: readonly RequiresSelection[];
  /** Without fragment spreads. */
  readonly selectionSet: SelectionSetNode;
  /** The planner's aliases and the keys they get in the tree. */
  readonly renames: ReadonlyMap<string, string>;
}

/** The parts of all fetches of a plan, by the node that has them. */
export function readFetchParts(plan: PlanNode): ReadonlyMap<PlanNode, readonly FetchPart[]> {
  const parts = new Map<PlanNode, readonly FetchPart[]>();
  const visit = (node: PlanNode): void => {
    const own = readParts(node);
    if (own.length > 0) parts.set(node, own);
    childrenOf(node).forEach(visit);
  };
  visit(plan);
  return parts;
}

function childrenOf(node: PlanNode): readonly PlanNode[] {
  if (node.kind === 'Sequence' || node.kind === 'Parallel') return node.nodes;
  if (node.kind !== 'Condition') return [];
  return [node.ifClause, node.elseClause].filter((one) => one !== undefined && one !== null);
}

function readParts(node: PlanNode): FetchPart[] {
  switch (node.kind) {
    case 'Subscription':
      return [readRootPart(node.primary)];
    case 'Fetch':
      return [readRootPart(node)];
    case 'Flatten':
      return node.node.kind === 'Fetch' ? [readEntityPart(node.path, node.node)] : [];
    case 'BatchFetch':
      return readBatchParts(node);
    case 'Sequence':
    case 'Parallel':
    case 'Condition':
    case 'Defer':
      return [];
  }
}

function readBatchParts({ serviceName, operation, entityBatch }: BatchFetchNode): FetchPart[] {
  const selectionSet = readSelectionSet(operation);
  return entityBatch.aliases.map((one) => ({
    subgraph: serviceName,
    places: one.paths.map(toPlace),
    requires: one.requires,
    selectionSet: selectionUnder(selectionSet, one.alias),
    renames: readRenames(one.outputRewrites),
  }));
}

const readRootPart = (node: FetchNode): FetchPart => ({
  subgraph: node.serviceName,
  places: [[]],
  requires: [],
  selectionSet: readSelectionSet(node.operation),
  renames: readRenames(node.outputRewrites),
});

const readEntityPart = (path: readonly FlattenNodePathSegment[], node: FetchNode): FetchPart => ({
  subgraph: node.serviceName,
  places: [toPlace(path)],
  requires: node.requires ?? [],
  selectionSet: selectionUnder(readSelectionSet(node.operation), '_entities'),
  renames: readRenames(node.outputRewrites),
});

const toPlace = (path: readonly FlattenNodePathSegment[]): string[] =>
  path.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : []));

const empty: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

export const responseKeyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

function selectionUnder({ selections }: SelectionSetNode, key: string): SelectionSetNode {
  for (const one of selections)
    if (one.kind === Kind.FIELD && responseKeyOf(one) === key) return one.selectionSet ?? empty;
  return empty;
}

function readSelectionSet(operation: string): SelectionSetNode {
  const document = parse(operation, { noLocation: true });
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION) return inlineSpreads(node.selectionSet, document);
  return empty;
}

/** The same with every fragment spread as an inline fragment. */
export function inlineSpreads(set: SelectionSetNode, document: DocumentNode): SelectionSetNode {
  const selections = set.selections.map((one) => {
    if (one.kind !== Kind.FRAGMENT_SPREAD)
      return one.selectionSet ? { ...one, selectionSet: inlineSpreads(one.selectionSet, document) } : one;
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === one.name.value,
    );
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error(`Unknown fragment ${one.name.value}`);
    const { typeCondition, selectionSet } = fragment;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives: one.directives,
      selectionSet: inlineSpreads(selectionSet, document),
    } as const;
  });
  return { ...set, selections };
}
