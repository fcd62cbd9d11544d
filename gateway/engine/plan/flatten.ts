import type { FlattenNode } from '@graphql-hive/router-query-planner';
import { compileEntityFetch } from './entityFetch';
import { compileCall } from './plannedCall';
import type { PlanScope, Step } from './planScope';
import { splitFetch } from './splitFetch';

/** A fetch of the entities at one path of the tree. */
export function compileFlatten({ path, node }: FlattenNode, scope: PlanScope): Step {
  if (node.kind !== 'Fetch') throw new Error(`The planner put a ${node.kind} node under a Flatten`);
  const split = splitFetch(path, node, scope.supergraph);
  if (split) {
    const call = compileCall({ ...node, operation: split.operation }, scope);
    return compileEntityFetch(call, split.groups, scope);
  }
  const { requires, inputRewrites, outputRewrites } = node;
  const group = {
    responseKey: '_entities',
    variable: 'representations',
    paths: [path],
    requires: requires ?? [],
    inputRewrites,
    outputRewrites,
  };
  return compileEntityFetch(compileCall(node, scope), [group], scope);
}
