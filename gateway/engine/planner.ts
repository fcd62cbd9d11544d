import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';
import {
  Kind,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type StringValueNode,
} from 'graphql';
import { orderKeys } from './keyOrder';
import type { ResolvedOverrides } from './overrideLabels';
import { createPlanApart, readRisk, type PlanQuery } from './planApart';

export interface Planner {
  /** The public schema as the planner prints it. */
  readonly consumerSdl: string;
  /** The plan of a valid operation; undefined when there is nothing to fetch. Throws when it finds none. */
  plan(query: string, overrides: ResolvedOverrides): PlanNode | undefined;
}

/**
 * The query planner, asked twice when need be. It searches subgraphs in the order of their names, and gives up on a
 * fragment on an object type when a subgraph with `@interfaceObject` comes first: a second planner has those last.
 */
export function createPlanner(supergraph: DocumentNode): Planner {
  const orders = [orderKeys(supergraph, 'asDeclared'), orderKeys(supergraph, 'reversed')];
  const isRisky = readRisk(supergraph);
  const first = createQuery(orders.map(print), isRisky);
  let second: PlanQuery | undefined;
  return {
    consumerSdl: first.consumerSdl,
    plan: (query, overrides) => {
      try {
        return first.plan(query, overrides);
      } catch (error) {
        const reordered = orders.flatMap((one) => withInterfaceObjectsLast(one) ?? []);
        if (reordered.length === 0) throw error;
        second ??= createQuery(reordered.map(print), isRisky).plan;
        return restoreNames(second(query, overrides));
      }
    },
  };
}

function createQuery(supergraphSdls: readonly string[], isRisky: (query: string) => boolean) {
  const planner = new QueryPlanner(supergraphSdls[0] ?? '');
  const planApart = createPlanApart(supergraphSdls);
  const plan: PlanQuery = (query, overrides) => {
    if (isRisky(query)) return planApart(query, overrides);
    return planner.plan(query, undefined, overrides.labels, overrides.percentage).node;
  };
  return { consumerSdl: planner.consumerSchema, plan };
}

/** Sorts behind any subgraph's name. */
const lastMark = '~';

/** Undefined when there are none. */
function withInterfaceObjectsLast(document: DocumentNode): DocumentNode | undefined {
  const graphs = graphsWithInterfaceObjects(document);
  if (graphs.size === 0) return undefined;
  const renamed = new Set<string>();
  const marked = visit(document, {
    EnumValueDefinition: (node) => {
      const graph =
        graphs.has(node.name.value) && node.directives?.find(({ name }) => name.value === 'join__graph');
      if (!graph) return undefined;
      renamed.add(argumentOf(graph, 'name') ?? '');
      return {
        ...node,
        directives: node.directives?.map((one) => (one === graph ? mark(one, 'name') : one)),
      };
    },
  });
  return visit(marked, {
    Directive: (node) => {
      const from =
        node.name.value === 'join__field' ? argumentOf(node as ConstDirectiveNode, 'override') : undefined;
      return from !== undefined && renamed.has(from)
        ? mark(node as ConstDirectiveNode, 'override')
        : undefined;
    },
  });
}

function graphsWithInterfaceObjects(document: DocumentNode): ReadonlySet<string> {
  const graphs = new Set<string>();
  visit(document, {
    Directive: (node) => {
      const directive = node as ConstDirectiveNode;
      if (node.name.value !== 'join__type' || argumentOf(directive, 'isInterfaceObject') !== 'true') return;
      graphs.add(argumentOf(directive, 'graph') ?? '');
    },
  });
  return graphs;
}

function argumentOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}

function mark(directive: ConstDirectiveNode, argument: string): ConstDirectiveNode {
  const value: StringValueNode = {
    kind: Kind.STRING,
    value: `${lastMark}${argumentOf(directive, argument)}`,
  };
  const changed = directive.arguments?.map((one) => (one.name.value === argument ? { ...one, value } : one));
  return { ...directive, arguments: changed };
}

/** Plans are plain JSON: the marked names are found wherever they stand. */
function restoreNames(node: PlanNode | undefined): PlanNode | undefined {
  if (!node) return undefined;
  const restore = (key: string, value: unknown) =>
    key === 'serviceName' && typeof value === 'string' && value.startsWith(lastMark) ? value.slice(1) : value;
  return JSON.parse(JSON.stringify(node, restore)) as PlanNode;
}
