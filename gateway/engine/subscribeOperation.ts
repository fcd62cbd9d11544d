import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { abortWith } from '../../schema/protocol/abortWith';
import type { SubgraphResponse } from '../../schema/protocol/transport';
import type { Executable } from './compileOperation';
import type { EngineHooks } from './engineHooks';
import { finish, startExecution, type ExecuteArguments } from './executeOperation';
import type { Execution } from './execution';
import type { Reason } from './failures';
import { coerceVariables } from './operation/variables';
import { announceFetch, pickVariables, toReason, toRequest, unavailable } from './plan/plannedCall';
import type { SubscriptionPlan } from './plan/subscriptionPlan';
import { createResultStream } from './resultStream';
import type { Variant } from './variants';

/**
 * Starts a subscription. Each event is an execution of its own: entities are fetched for it and hooks are called.
 * When the source breaks, a last result says so.
 */
export async function subscribeOperation(
  executable: Executable,
  schema: GraphQLSchema,
  hooks: EngineHooks,
  args: ExecuteArguments,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { values, errors } = coerceVariables(schema, executable.definition, args.variables);
  if (errors) return { errors };
  const closing = new AbortController();
  const { signal } = closing;
  abortWith(closing, [args.signal]);
  const variant = executable.variantOf(values);
  const { subscription } = variant;
  const start = () => startExecution(variant, values, hooks, { ...args, signal });
  if (!subscription) return finish(variant, start(), args);
  const answer = (outcome: SubgraphResponse | Reason) =>
    finishEvent(variant, subscription, start(), outcome, args);
  const source = await openSource(subscription, start());
  if ('told' in source) return answer(source);
  return createResultStream(
    source,
    { closing, signal },
    {
      answer,
      answerBroken: () => answer(unavailable(subscription.source.call)),
    },
  );
}

async function openSource(
  { source: { call } }: SubscriptionPlan,
  execution: Execution,
): Promise<AsyncIterable<SubgraphResponse> | Reason> {
  const announced = await announceFetch(call, [], execution);
  if (announced) return announced;
  if (!call.transport.subscribe) return unavailable(call);
  try {
    return await call.transport.subscribe(toRequest(call, pickVariables(call, execution), execution));
  } catch (error) {
    execution.signal?.throwIfAborted();
    return error instanceof GraphQLError ? toReason(call, error) : unavailable(call);
  }
}

async function finishEvent(
  variant: Variant,
  { source, enrich }: SubscriptionPlan,
  execution: Execution,
  outcome: SubgraphResponse | Reason,
  args: ExecuteArguments,
): Promise<ExecutionResult> {
  source.receive(outcome, execution);
  const pending = enrich(execution);
  if (pending) await pending;
  return finish(variant, execution, args);
}
