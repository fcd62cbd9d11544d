import type {
  BatchFetchNode,
  EntityBatchAlias,
  FlattenNode,
  PlanNode,
} from '@graphql-hive/router-query-planner';
import type { PlannedDocument } from '../operation/prepareOperation';
import type { Supergraph } from '../supergraph';
import { readFetchParts, type FetchPart } from './fetchParts';
import { PlanWrites } from './planWrites';
import { restoreTypes } from './restoreTypes';
import { separateArguments, type SeparatePart } from './separateArguments';
import { toBatchFetch } from './toBatchFetch';

/** Corrects fetches of entities that the planner joined though they must not be, or without all they need. */
export function correctPlan(plan: PlanNode, planned: PlannedDocument, supergraph: Supergraph): PlanNode {
  if (!supergraph.hasInterfaceObjects && !supergraph.hasRequiredArguments) return plan;
  const parts = readFetchParts(plan);
  const writes = new PlanWrites([...parts.values()].flat(), supergraph);
  const separate = (part: FetchPart): SeparatePart[] => {
    const requires = restoreTypes(part, planned, writes, supergraph);
    return separateArguments({ ...part, requires }, writes, supergraph);
  };
  const correct = (node: PlanNode): PlanNode => {
    const separated = (parts.get(node) ?? []).map(separate);
    switch (node.kind) {
      case 'Sequence':
      case 'Parallel':
        return { ...node, nodes: node.nodes.map(correct) };
      case 'Condition':
        return {
          ...node,
          ifClause: node.ifClause && correct(node.ifClause),
          elseClause: node.elseClause && correct(node.elseClause),
        };
      case 'Flatten':
        return correctFlatten(node, separated);
      case 'BatchFetch':
        return correctBatch(node, separated);
      case 'Fetch':
      case 'Subscription':
      case 'Defer':
        return node;
    }
  };
  return correct(plan);
}

type Separated = readonly (readonly SeparatePart[])[];

function correctFlatten(flatten: FlattenNode, [parts = []]: Separated): PlanNode {
  const { node, path } = flatten;
  const [only, ...others] = parts;
  if (node.kind !== 'Fetch' || !only) return flatten;
  if (others.length === 0) return { ...flatten, node: { ...node, requires: [...only.requires] } };
  const { inputRewrites, outputRewrites, requires = [], ...call } = node;
  const alias: EntityBatchAlias = {
    alias: '_entities',
    representationsVariableName: 'representations',
    paths: [path],
    requires,
    inputRewrites,
    outputRewrites,
  };
  return toBatchFetch({ ...call, kind: 'BatchFetch' }, [{ alias, parts }]);
}

function correctBatch(node: BatchFetchNode, separated: Separated): BatchFetchNode {
  const aliases = node.entityBatch.aliases.map((alias, index) => ({ alias, parts: separated[index] ?? [] }));
  if (aliases.some(({ parts }) => parts.length > 1)) return toBatchFetch(node, aliases);
  const corrected = aliases.map(({ alias, parts }) => ({
    ...alias,
    requires: [...(parts[0]?.requires ?? alias.requires)],
  }));
  return { ...node, entityBatch: { aliases: corrected } };
}
