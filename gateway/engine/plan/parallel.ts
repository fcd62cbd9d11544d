import type { PlanNode } from '@graphql-hive/router-query-planner';
import type { PlanScope, Step } from './planScope';
import { inSequence } from './sequence';

type Compile = (node: PlanNode, scope: PlanScope) => Step;

/**
 * All nodes at once. The planner also puts the next root field of a mutation beside the rest of the one before; the
 * specification wants a root field of a mutation complete before the next begins, so those wait.
 */
export function compileParallel(nodes: readonly PlanNode[], scope: PlanScope, compile: Compile): Step {
  const compiled = nodes.map((node) => ({
    step: compile(node, scope),
    mutates: scope.isMutation && mutates(node),
  }));
  const mutating = compiled.flatMap(({ step, mutates }) => (mutates ? [step] : []));
  const others = compiled.flatMap(({ step, mutates }) => (mutates ? [] : [step]));
  if (mutating.length === 0) return atOnce(others);
  return inSequence([atOnce(others), ...mutating]);
}

function atOnce(steps: readonly Step[]): Step {
  return (execution) => {
    const pending: Promise<void>[] = [];
    for (const step of steps) {
      const one = step(execution);
      if (one) pending.push(one);
    }
    return pending.length < 2 ? pending[0] : Promise.all(pending).then(() => undefined);
  };
}

function mutates(node: PlanNode): boolean {
  switch (node.kind) {
    case 'Fetch':
      return node.operationKind === 'mutation';
    case 'Sequence':
    case 'Parallel':
      return node.nodes.some(mutates);
    case 'Condition':
      return [node.ifClause, node.elseClause].some((clause) => !!clause && mutates(clause));
    case 'Flatten':
    case 'BatchFetch':
    case 'Subscription':
    case 'Defer':
      return false;
  }
}
