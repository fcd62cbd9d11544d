import type { PlanNode } from '@graphql-hive/router-query-planner';
import { compilePlan } from './compilePlan';
import { noStep, type PlanScope, type Step } from './planScope';
import { compileRootFetch, type RootFetch } from './rootFetch';

/** A subscription: where events come from, and what is fetched for each. */
export interface SubscriptionPlan {
  readonly source: RootFetch;
  readonly enrich: Step;
}

/** The planner gives a Subscription node, alone or first in a Sequence. */
export function compileSubscription(node: PlanNode, scope: PlanScope): SubscriptionPlan {
  const [first, ...rest] = node.kind === 'Sequence' ? node.nodes : [node];
  if (first?.kind !== 'Subscription') throw new Error('The planner gave a subscription without its source');
  const source = compileRootFetch({ ...first.primary, operationKind: 'subscription' }, scope);
  const enrich = rest.length === 0 ? noStep : compilePlan({ kind: 'Sequence', nodes: rest }, scope);
  return { source, enrich };
}
