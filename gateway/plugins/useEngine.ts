import type { ExecutionResult } from 'graphql';
import type { Assertion } from '../../schema/protocol/principal';
import type { Signer } from '../../schema/protocol/signing';
import type { CompiledOperation } from '../engine/compileOperation';
import type { Answer, Reply } from '../operation/answer';
import { OperationRefused } from '../operation/operationRefused';
import type { Handler } from '../operation/pipeline';
import type { Guarded } from '../operation/stages';
import { asUserInput } from '../operation/userInput';
import { createCall } from '../transports/call';
import type { Subscription } from '../updates/subscription';
import { toSubscription } from '../updates/toSubscription';

/** Plans the operation, asks the agencies and puts the answer together. */
export function useEngine(sign: Signer): Handler<Guarded> {
  return async (operation): Promise<Reply> => {
    const { engine } = operation.graph;
    const { document, variables, observe, guard, notes } = operation;
    const compiled = engine.compile(document, operation.operation.name ?? undefined, guard);
    const assert = (): string => sign('assertion', toAssertion(operation));
    const subscription = compiled.kind === 'subscription' ? toSubscription(operation) : null;
    const context = createCall(assert, notes, subscription);
    const args = { variables, context, signal: signalFor(compiled, operation), observe };
    if (compiled.kind !== 'subscription') return toAnswer(await engine.execute(compiled, args));
    const results = await engine.subscribe(compiled, args);
    return Symbol.asyncIterator in results ? toAnswers(results, subscription) : toAnswer(results);
  };
}

/** A change that has begun is carried through, also when its asker has gone. */
function signalFor({ kind }: CompiledOperation, { signal }: Guarded): AbortSignal | undefined {
  return kind === 'mutation' ? undefined : signal;
}

function toAssertion({ id, operation, principal, errand }: Guarded): Assertion {
  if (!principal) throw new Error('an operation that asks a subgraph has an asker');
  return {
    operationId: id,
    operationName: operation.name,
    principal,
    purpose: errand?.purpose ?? null,
    caseReference: errand?.caseReference ?? null,
  };
}

/** No `data` at all: the engine could not start, because the variables do not fit. */
function toAnswer({ data, errors }: ExecutionResult): Answer {
  if (data === undefined) throw new OperationRefused((errors ?? []).map((error) => asUserInput(error)));
  return { data, ...(errors && { errors }) };
}

/** Each with the cursor to go on from; the last says why the hub ended the stream, if it did. */
async function* toAnswers(
  results: AsyncIterable<ExecutionResult>,
  subscription: Subscription | null,
): AsyncGenerator<Answer> {
  for await (const result of results) {
    const cursor = subscription?.cursor;
    yield { ...toAnswer(result), ...(cursor && { extensions: { cursor } }) };
  }
  if (subscription?.farewell) yield { errors: [subscription.farewell] };
}
