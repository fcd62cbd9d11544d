import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Executable } from './compileOperation';
import type { EngineHooks } from './engineHooks';
import { Execution } from './execution';
import type { EntityObserver } from './observer';
import { coerceVariables } from './operation/variables';
import type { Variant } from './variants';
import { ObservationLog } from './projection/observationLog';

export interface ExecuteArguments {
  readonly variables?: Readonly<Record<string, unknown>> | null;
  /** Given to transports and hooks as it is. */
  readonly context: unknown;
  readonly signal?: AbortSignal;
  /** Told what the answer gave of the observed entities. */
  readonly observe?: EntityObserver;
}

/** Runs a query or mutation. */
export async function executeOperation(
  executable: Executable,
  schema: GraphQLSchema,
  hooks: EngineHooks,
  args: ExecuteArguments,
): Promise<ExecutionResult> {
  const { values, errors } = coerceVariables(schema, executable.definition, args.variables);
  if (errors) return { errors };
  args.signal?.throwIfAborted();
  const variant = executable.variantOf(values);
  const execution = startExecution(variant, values, hooks, args);
  const pending = variant.run(execution);
  if (pending) await pending;
  return finish(variant, execution, args);
}

/** The state of one run. */
export function startExecution(
  { shape }: Variant,
  variables: Readonly<Record<string, unknown>>,
  hooks: EngineHooks,
  { context, signal, observe }: ExecuteArguments,
): Execution {
  const execution = new Execution(variables, context, signal, hooks, shape);
  if (observe) execution.log = new ObservationLog();
  return execution;
}

/** Projects the tree: the answer, with every error. */
export function finish(
  { project }: Variant,
  execution: Execution,
  { observe }: ExecuteArguments,
): ExecutionResult {
  const { failures, errors, tree, log } = execution;
  if (failures.any) failures.settle();
  const data = project(tree, execution, 0);
  if (failures.any) {
    for (const { reason, path } of failures.untold())
      errors.add(reason.order, reason.message, path, reason.extensions);
  }
  if (log && observe) log.reportTo(observe);
  const list = errors.toErrors();
  return list ? { errors: list, data } : { data };
}
