import type { PlanNode } from '@graphql-hive/router-query-planner';
import { Kind, visit, type ConstDirectiveNode, type DocumentNode, type StringValueNode } from 'graphql';

/** Sorts behind any subgraph's name. */
const lastMark = '~';

/**
 * Renames the subgraphs with `@interfaceObject` so that they come last: the planner searches subgraphs in the order of
 * their names, and gives up on a fragment on an object type when one of these comes first. Undefined when there are none.
 */
export function putInterfaceObjectsLast(document: DocumentNode): DocumentNode | undefined {
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

/** Gives the subgraphs of a plan their own names back. Plans are plain JSON: the marked names are found everywhere. */
export function restoreNames(node: PlanNode | undefined): PlanNode | undefined {
  if (!node) return undefined;
  const restore = (key: string, value: unknown) =>
    key === 'serviceName' && typeof value === 'string' && value.startsWith(lastMark) ? value.slice(1) : value;
  return JSON.parse(JSON.stringify(node, restore)) as PlanNode;
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
