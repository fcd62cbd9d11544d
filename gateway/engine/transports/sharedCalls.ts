import type { SubgraphResponse } from '../../../schema/protocol/transport';
import { cloneJson } from '../merge';
import type { EngineRequest, EngineTransport } from './engineTransport';

/**
 * Who a call is made for, from the context of an execution: calls with the same text are one. It must tell apart
 * whatever the transport tells the subgraph of its caller. Undefined: the call is not shared.
 */
export type IdentifyCaller = (context: unknown) => string | undefined;

interface Flight {
  readonly answer: Promise<SubgraphResponse>;
  readonly ended: AbortController;
  waiting: number;
  shared: boolean;
}

/**
 * One call where the same caller asks the same twice at the same moment. Only queries are shared, and only while under
 * way: nothing is kept. Callers never get each other's answers, since each part of the key comes from one of them.
 */
export function shareCalls(transport: EngineTransport, identify: IdentifyCaller): EngineTransport {
  const flights = new Map<string, Flight>();
  const start = (key: string, request: EngineRequest): Flight => {
    const ended = new AbortController();
    const answer = transport({ ...request, signal: ended.signal }).finally(() => {
      if (flights.get(key) === flight) flights.delete(key);
    });
    const flight: Flight = { answer, ended, waiting: 0, shared: false };
    flights.set(key, flight);
    return flight;
  };
  const share = async (request: EngineRequest): Promise<SubgraphResponse> => {
    const caller = request.kind === 'query' ? identify(request.context) : undefined;
    if (caller === undefined) return transport(request);
    request.signal?.throwIfAborted();
    const key = JSON.stringify([caller, request.operationName, request.query, request.variables]);
    const known = flights.get(key);
    if (known) known.shared = true;
    return board(known ?? start(key, request), request.signal, () => flights.delete(key));
  };
  const { subscribe } = transport;
  return Object.assign(share, subscribe && { subscribe: subscribe.bind(transport) });
}

/** Waits for the answer; when nobody waits any more, the call is aborted. */
async function board(
  flight: Flight,
  signal: AbortSignal | undefined,
  forget: () => void,
): Promise<SubgraphResponse> {
  flight.waiting++;
  let leave: () => void = () => undefined;
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => {
      if (--flight.waiting === 0) {
        forget();
        flight.ended.abort();
      }
      reject(signal?.reason as Error);
    };
  });
  signal?.addEventListener('abort', leave, { once: true });
  try {
    const answer = await Promise.race([flight.answer, left]);
    // The engine writes into its answers: those that are shared must be each one's own.
    return flight.shared ? (cloneJson(answer) as SubgraphResponse) : answer;
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}
