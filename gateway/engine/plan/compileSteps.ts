import type { PlanNode } from '@graphql-hive/router-query-planner';
import { print, type DefinitionNode } from 'graphql';
import type { EngineSchema } from '../operation/engineSchema';
import type { PlannedDocument, PreparedOperation } from '../operation/prepareOperation';
import { correctPlan } from '../corrections/correctPlan';
import { PlanningFailed } from '../planningFailed';
import type { EngineTransport } from '../transports/engineTransport';
import { compilePlan } from './compilePlan';
import { noStep, type PlanScope, type Step } from './planScope';
import { compileSubscription, type SubscriptionPlan } from './subscriptionPlan';

export interface CompileScope {
  readonly schema: EngineSchema;
  readonly plan: (query: string) => PlanNode | undefined;
  readonly transportOf: (subgraph: string) => EngineTransport;
}

export interface CompiledSteps {
  /** Fetches everything; of a subscription, nothing. */
  readonly run: Step;
  readonly subscription: SubscriptionPlan | undefined;
  /** The subgraphs that the plan may call, sorted. */
  readonly subgraphs: readonly string[];
}

/** Plans an operation and compiles the plan. @throws PlanningFailed when either cannot be done. */
export function compileSteps(
  prepared: PreparedOperation,
  { schema, plan, transportOf }: CompileScope,
): CompiledSteps {
  const { planned, operation } = prepared;
  const { supergraph } = schema;
  const isMutation = operation.operation === 'mutation';
  const scope: PlanScope = { supergraph, transportOf, subgraphs: new Set(), isMutation, nextOrder: 0 };
  try {
    const node = planned ? plan(printPlanned(planned)) : undefined;
    const corrected = planned && node && correctPlan(node, planned, supergraph);
    const steps = compileNode(corrected ?? undefined, operation.operation === 'subscription', scope);
    return { ...steps, subgraphs: [...scope.subgraphs].sort() };
  } catch (cause) {
    throw new PlanningFailed(operation.name?.value, { cause });
  }
}

function compileNode(
  node: PlanNode | undefined,
  isSubscription: boolean,
  scope: PlanScope,
): Pick<CompiledSteps, 'run' | 'subscription'> {
  if (!node) return { run: noStep, subscription: undefined };
  if (isSubscription) return { run: noStep, subscription: compileSubscription(node, scope) };
  return { run: compilePlan(node, scope), subscription: undefined };
}

function printPlanned({ operation, fragments }: PlannedDocument): string {
  const definitions: readonly DefinitionNode[] = [operation, ...fragments];
  return definitions.map(print).join('\n');
}
