import type { Signer } from '../../schema/protocol/signing';
import type { AuditLog } from '../audit/auditLog';
import type { Graph } from '../graph/graph';
import type { Authenticator } from '../identity/createAuthenticator';
import type { Log } from '../log';
import type { Metrics } from '../metrics/createMetrics';
import { createPipeline, type Handler } from '../operation/pipeline';
import type { Incoming } from '../operation/stages';
import { useAudit } from './useAudit';
import { useAuthentication } from './useAuthentication';
import { useDeadline } from './useDeadline';
import { useDocument } from './useDocument';
import { useEngine } from './useEngine';
import { useErrors } from './useErrors';
import { useGraph } from './useGraph';
import { useMetrics } from './useMetrics';
import { usePurpose } from './usePurpose';
import { useRequestLog } from './useRequestLog';
import { useSecrecy } from './useSecrecy';
import { useTrace } from './useTrace';
import { useTrustedDocuments } from './useTrustedDocuments';

export interface OperationOptions {
  /** The supergraph that new operations begin with. */
  readonly graph: () => Graph;
  readonly authenticate: Authenticator;
  readonly minimumLoa: number;
  /** How long the agencies may take over one operation, in milliseconds. */
  readonly timeoutMs: number;
  readonly audit: AuditLog;
  readonly sign: Signer;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly now: () => Date;
}

/** What happens to every operation, whichever way it came, in this order. */
export function createOperationHandler(options: OperationOptions): Handler<Incoming> {
  const { graph, authenticate, minimumLoa, timeoutMs } = options;
  const { audit, sign, metrics, log, now } = options;
  return (
    createPipeline<Incoming>()
      // Around everything that is to be found again in a trace.
      .use(useTrace())
      // What it counts is what the client got.
      .use(useMetrics(metrics))
      // Outside the masking, so that it knows how the operation ended for the client.
      .use(useRequestLog(log, now))
      // Around all that can fail: nothing below it reaches a client unmasked.
      .use(useErrors(log))
      // One supergraph for the whole operation, whatever is loaded meanwhile.
      .use(useGraph(graph))
      // What is asked, when its hash alone came; and nothing but what was registered, where that is the rule.
      .use(useTrustedDocuments())
      // Before the token is looked at: too large is too large whoever asks, and most documents are remembered.
      .use(useDocument())
      // Who: before anything that tells one answer from another.
      .use(useAuthentication(authenticate, minimumLoa))
      // Around the reasons for refusal too: an attempt under a refused purpose leaves its entry.
      .use(useAudit(audit, now))
      // Why: before planning, for what may be seen depends on it.
      .use(usePurpose())
      // What can never be seen in this role for this purpose: before any agency is asked.
      .use(useSecrecy())
      // Around the agencies: none goes on working at what nobody waits for any longer.
      .use(useDeadline(timeoutMs))
      // Now the agencies, each of which decides again for itself.
      .end(useEngine(sign))
  );
}
