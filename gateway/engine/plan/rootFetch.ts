import type { FetchNode } from '@graphql-hive/router-query-planner';
import type { SubgraphError, SubgraphResponse } from '../../../schema/protocol/transport';
import { isJsonObject } from '../bare';
import { isErrorPath, lastObjectOn, toClientPath } from '../clientPath';
import type { PathKey } from '../errorList';
import type { Execution } from '../execution';
import type { Reason } from '../failures';
import { mergeInto } from '../merge';
import { compileRewrites, readRenames } from '../rewrites';
import { FetchSelection } from './fetchSelection';
import { callSubgraph, compileCall, extensionsOf, isReason, messageOf, pickVariables } from './plannedCall';
import { toReason, unavailable, type PlannedCall } from './plannedCall';
import type { PlanScope, Step } from './planScope';

/** A fetch of root fields, split so that a subscription can take its answers from elsewhere. */
export interface RootFetch {
  readonly call: PlannedCall;
  readonly step: Step;
  /** Writes an answer, or the reason that there is none, into the tree. */
  receive(outcome: SubgraphResponse | Reason, execution: Execution): void;
}

/** Compiles a Fetch node that is not under a Flatten: it writes at the root of the tree. */
export function compileRootFetch(node: FetchNode, scope: PlanScope): RootFetch {
  const call = compileCall(node, scope);
  const rewrite = compileRewrites(node.outputRewrites, scope.supergraph);
  const renames = readRenames(node.outputRewrites);
  let selection: FetchSelection | undefined;
  const fail = (execution: Execution, reason: Reason, mustTell: boolean) => {
    selection ??= new FetchSelection(call.query, undefined, renames, scope.supergraph);
    const { shape, tree } = execution;
    const keys = selection.keys();
    const otherwiseAt = () =>
      keys.flatMap((key) => toClientPath([], shape, [key], renames) ?? []).map((key) => [key]);
    execution.failures.record({
      reason,
      places: [tree],
      selection,
      otherwiseAt: mustTell ? otherwiseAt : undefined,
    });
  };
  const receive = (outcome: SubgraphResponse | Reason, execution: Execution): void => {
    if (isReason(outcome)) return fail(execution, outcome, false);
    const { data } = outcome;
    const errors = outcome.errors ?? [];
    if (isJsonObject(data)) {
      rewrite?.(data);
      mergeInto(execution.tree, data, scope.supergraph.isObjectType);
    }
    for (const error of errors) {
      if (!reportError(error, call, renames, execution)) fail(execution, toReason(call, error), true);
    }
    if (isJsonObject(data)) return;
    fail(execution, errors[0] ? toReason(call, errors[0]) : unavailable(call), false);
  };
  const step: Step = async (execution) => {
    receive(await callSubgraph(call, pickVariables(call, execution), [], execution), execution);
  };
  return { call, step, receive };
}

/** Puts an error at the client's path, or taints what the plan alone needed; false when it has no usable path. */
function reportError(
  error: SubgraphError,
  call: PlannedCall,
  renames: ReadonlyMap<string, string>,
  { tree, shape, errors, failures }: Execution,
): boolean {
  if (!isErrorPath(error.path) || error.path.length === 0 || typeof error.path[0] !== 'string') return false;
  const path: PathKey[] | undefined = toClientPath([], shape, error.path, renames);
  if (path) errors.add(call.order, messageOf(error), path, extensionsOf(error));
  else failures.taint(lastObjectOn(tree, error.path, renames), toReason(call, error));
  return true;
}
