import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';
import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type StringValueNode,
} from 'graphql';
import { orderKeys } from './keyOrder';
import type { ResolvedOverrides } from './overrideLabels';

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
  const supergraphSdl = print(orderKeys(supergraph));
  const planner = new QueryPlanner(supergraphSdl);
  let reordered: QueryPlanner | undefined;
  return {
    consumerSdl: planner.consumerSchema,
    plan: (query, overrides) => {
      try {
        return planQuery(planner, query, overrides);
      } catch (error) {
        if (!supergraphSdl.includes('isInterfaceObject: true')) throw error;
        reordered ??= new QueryPlanner(withInterfaceObjectsLast(supergraphSdl));
        return restoreNames(planQuery(reordered, query, overrides));
      }
    },
  };
}

const planQuery = (
  planner: QueryPlanner,
  query: string,
  { labels, percentage }: ResolvedOverrides,
): PlanNode | undefined => planner.plan(query, undefined, labels, percentage).node;

/** Sorts behind any subgraph's name. */
const lastMark = '~';

function withInterfaceObjectsLast(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const graphs = graphsWithInterfaceObjects(document);
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
  return print(
    visit(marked, {
      Directive: (node) => {
        const from =
          node.name.value === 'join__field' ? argumentOf(node as ConstDirectiveNode, 'override') : undefined;
        return from !== undefined && renamed.has(from)
          ? mark(node as ConstDirectiveNode, 'override')
          : undefined;
      },
    }),
  );
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
