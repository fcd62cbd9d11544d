import { SpanKind } from '@opentelemetry/api';
import { readConcerns } from '../../schema/protocol/concern';
import { readReceipts, silenceOf } from '../../schema/protocol/disclosure';
import { referencesKind } from '../../schema/protocol/references';
import {
  attestationsExtension,
  type SubgraphRequest,
  type SubgraphResponse,
  type SubgraphTransport,
  type SubgraphUnavailable,
} from '../../schema/protocol/transport';
import { inSpan } from '../../schema/protocol/tracing/inSpan';
import type { SubgraphName } from '../../schema/protocol/vocabulary';
import type { EngineTransport } from '../engine/transports/engineTransport';
import type { Log } from '../log';
import type { Metrics } from '../metrics/createMetrics';
import type { Call } from './call';
import { withTimeout } from '../../schema/protocol/transports/withTimeout';

/** Makes a subgraph askable by the engine: adds the signed parts, limits the time, keeps what is attested. */
export function toEngineTransport(
  subgraph: SubgraphName,
  transport: SubgraphTransport,
  timeoutMs: number,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
): EngineTransport {
  const ask = withTimeout(subgraph, transport, timeoutMs);
  return async ({ query, operationName, variables, context, signal }) => {
    const call = context as Call;
    const { assertion, attestations, references, unwritten } = call;
    const request: SubgraphRequest = {
      query,
      operationName,
      variables,
      assertion,
      attestations,
      references,
      unwritten,
      // Whatever the hub's own graph has asked by now, the agencies that are asked next note along with their answers.
      notesAtOnce: subgraph !== 'identification',
      signal,
    };
    const start = performance.now();
    const noteEnd = (outcome: SubgraphUnavailable['reason'] | 'ANSWER'): void =>
      metrics.agencyAnswered(subgraph, outcome, (performance.now() - start) / 1_000);
    const asked = inSpan(`ask ${subgraph}`, SpanKind.CLIENT, { 'skyddsnat.subgraph': subgraph }, () =>
      ask(request),
    );
    const response = await asked.catch((error: SubgraphUnavailable) => {
      noteEnd(error.reason);
      const { name: cause, code } = (error.cause ?? {}) as NodeJS.ErrnoException;
      log({ level: 'warn', event: 'agency-unavailable', subgraph, reason: error.reason, cause, code });
      call.note([silenceOf(subgraph)]);
      throw error;
    });
    noteEnd('ANSWER');
    call.note(readReceipts(subgraph, response.extensions));
    call.noteConcerns(readConcerns(response.extensions));
    keepStatements(subgraph, response, call);
    return response;
  };
}

/** Only the hub's own graph attests and links: an agency that could would decide over the others' secrecy. */
function keepStatements(subgraph: string, { extensions }: SubgraphResponse, call: Call): void {
  if (subgraph !== 'identification') return;
  const attested = extensions?.[attestationsExtension];
  const references = extensions?.[referencesKind];
  if (typeof attested === 'string') call.attest(attested);
  if (typeof references === 'string') call.refer(references);
}
