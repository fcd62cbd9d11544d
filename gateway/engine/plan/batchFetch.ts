import type { BatchFetchNode } from '@graphql-hive/router-query-planner';
import { compileEntityFetch } from './entityFetch';
import { compileCall } from './plannedCall';
import type { PlanScope, Step } from './planScope';

/** One call that fetches several groups of entities, each under its alias and at several paths. */
export function compileBatchFetch(node: BatchFetchNode, scope: PlanScope): Step {
  const groups = node.entityBatch.aliases.map((group) => ({
    responseKey: group.alias,
    variable: group.representationsVariableName,
    paths: group.paths,
    requires: group.requires,
    inputRewrites: group.inputRewrites,
    outputRewrites: group.outputRewrites,
  }));
  return compileEntityFetch(compileCall(node, scope), groups, scope);
}
