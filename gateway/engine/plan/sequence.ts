import type { PlanNode } from '@graphql-hive/router-query-planner';
import type { PlanScope, Step } from './planScope';

type Compile = (node: PlanNode, scope: PlanScope) => Step;

/** One node after the other; what failed does not stop the rest, which may have all it needs. */
export function compileSequence(nodes: readonly PlanNode[], scope: PlanScope, compile: Compile): Step {
  return inSequence(nodes.map((node) => compile(node, scope)));
}

export function inSequence(steps: readonly Step[]): Step {
  return async (execution) => {
    for (const step of steps) {
      execution.signal?.throwIfAborted();
      const pending = step(execution);
      if (pending) await pending;
    }
  };
}
