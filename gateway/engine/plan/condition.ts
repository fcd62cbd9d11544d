import type { ConditionNode, PlanNode } from '@graphql-hive/router-query-planner';
import { noStep, type PlanScope, type Step } from './planScope';

type Compile = (node: PlanNode, scope: PlanScope) => Step;

/** What depends on a variable of `@skip` or `@include`. */
export function compileCondition(node: ConditionNode, scope: PlanScope, compile: Compile): Step {
  const whenTrue = node.ifClause ? compile(node.ifClause, scope) : noStep;
  const whenFalse = node.elseClause ? compile(node.elseClause, scope) : noStep;
  return (execution) => (execution.variables[node.condition] === true ? whenTrue : whenFalse)(execution);
}
