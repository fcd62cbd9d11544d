import { GraphQLError } from 'graphql';
import type { SubgraphError, SubgraphResponse } from '../../../schema/protocol/transport';
import { createBare } from '../bare';
import type { Execution } from '../execution';
import type { Reason } from '../failures';
import { toClientVariable } from '../operation/plannedVariables';
import type { Representation } from '../representations';
import type { EngineRequest, EngineTransport, OperationKind } from '../transports/engineTransport';
import type { PlanScope } from './planScope';

/** The call of a fetch node, compiled. */
export interface PlannedCall {
  readonly subgraph: string;
  readonly kind: OperationKind;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variableUsages: readonly string[];
  readonly transport: EngineTransport;
  readonly order: number;
}

interface FetchLike {
  readonly serviceName: string;
  readonly operation: string;
  readonly operationKind?: OperationKind;
  readonly operationName?: string;
  readonly variableUsages?: readonly string[];
}

export function compileCall(node: FetchLike, scope: PlanScope): PlannedCall {
  scope.subgraphs.add(node.serviceName);
  return {
    subgraph: node.serviceName,
    kind: node.operationKind ?? 'query',
    query: node.operation,
    operationName: node.operationName ?? undefined,
    variableUsages: node.variableUsages ?? [],
    transport: scope.transportOf(node.serviceName),
    order: scope.nextOrder++,
  };
}

/** The operation's own variables that the call uses. Those the client left out stay out. */
export function pickVariables(call: PlannedCall, execution: Execution): Record<string, unknown> {
  const variables = createBare();
  for (const name of call.variableUsages) {
    const own = toClientVariable(name);
    if (Object.hasOwn(execution.variables, own)) variables[name] = execution.variables[own];
  }
  return variables;
}

export const toRequest = (
  call: PlannedCall,
  variables: Record<string, unknown>,
  execution: Execution,
): EngineRequest => ({
  query: call.query,
  operationName: call.operationName,
  variables,
  context: execution.context,
  signal: execution.signal,
  kind: call.kind,
});

/** Calls the subgraph between the hooks. Rejects only when the caller aborted; else says why there is no answer. */
export async function callSubgraph(
  call: PlannedCall,
  variables: Record<string, unknown>,
  representations: readonly Representation[],
  execution: Execution,
): Promise<SubgraphResponse | Reason> {
  const { hooks, context, signal } = execution;
  const announced = await announceFetch(call, representations, execution);
  if (announced) return announced;
  let response: SubgraphResponse;
  try {
    response = await call.transport(toRequest(call, variables, execution));
  } catch {
    signal?.throwIfAborted();
    return unavailable(call);
  }
  if (!isResponse(response)) return unavailable(call);
  try {
    const pending = hooks.afterFetch?.(call.subgraph, response, context);
    if (pending) await pending;
  } catch (error) {
    return refusedByHook(call, error);
  }
  return response;
}

/** Runs the hook before a call; the reason when the call must not be made. */
export async function announceFetch(
  call: PlannedCall,
  representations: readonly Representation[],
  { hooks, context }: Execution,
): Promise<Reason | undefined> {
  if (!hooks.beforeFetch) return undefined;
  const { subgraph, kind, query } = call;
  const isEntityFetch = representations.length > 0;
  try {
    await hooks.beforeFetch({ subgraph, kind, query, isEntityFetch, representations }, context);
    return undefined;
  } catch (error) {
    return refusedByHook(call, error);
  }
}

/** The message names the service; an address or a cause never reaches the client. */
export const unavailable = ({ subgraph, order }: PlannedCall): Reason => ({
  order,
  message: `The service "${subgraph}" did not answer.`,
  extensions: { code: 'AGENCY_UNAVAILABLE', service: subgraph },
  told: false,
});

export const toReason = ({ order }: PlannedCall, error: SubgraphError): Reason => ({
  order,
  message: messageOf(error),
  extensions: extensionsOf(error),
  told: false,
});

export const messageOf = (error: SubgraphError): string =>
  typeof error.message === 'string' ? error.message : 'Unknown error.';

export const extensionsOf = ({ extensions }: SubgraphError): Record<string, unknown> | undefined =>
  typeof extensions === 'object' && extensions !== null ? (extensions as Record<string, unknown>) : undefined;

export const isReason = (outcome: SubgraphResponse | Reason): outcome is Reason => 'told' in outcome;

function refusedByHook({ order }: PlannedCall, error: unknown): Reason {
  if (error instanceof GraphQLError) {
    return { order, message: error.message, extensions: { ...error.extensions }, told: false };
  }
  return { order, message: 'Internal error.', extensions: { code: 'INTERNAL' }, told: false };
}

const isResponse = (response: unknown): response is SubgraphResponse =>
  typeof response === 'object' && response !== null && !('told' in response);
