import type { PlanNode } from '@graphql-hive/router-query-planner';
import { compileBatchFetch } from './batchFetch';
import { compileCondition } from './condition';
import { compileFlatten } from './flatten';
import { compileParallel } from './parallel';
import type { PlanScope, Step } from './planScope';
import { compileRootFetch } from './rootFetch';
import { compileSequence } from './sequence';

/** Compiles a node of the plan and all below it. A Subscription is taken out before: see `subscriptionPlan`. */
export function compilePlan(node: PlanNode, scope: PlanScope): Step {
  switch (node.kind) {
    case 'Sequence':
      return compileSequence(node.nodes, scope, compilePlan);
    case 'Parallel':
      return compileParallel(node.nodes, scope, compilePlan);
    case 'Condition':
      return compileCondition(node, scope, compilePlan);
    case 'Fetch':
      return compileRootFetch(node, scope).step;
    case 'Flatten':
      return compileFlatten(node, scope);
    case 'BatchFetch':
      return compileBatchFetch(node, scope);
    case 'Subscription':
    case 'Defer':
      throw new Error(`The planner put a ${node.kind} node where none can be executed`);
  }
}
