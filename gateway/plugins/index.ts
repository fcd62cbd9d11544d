import type { Signer } from '../../schema/protocol/signing';
import type { AuditLog } from '../audit/auditLog';
import type { Engine } from '../engine/createEngine';
import type { Authenticator } from '../identity/createAuthenticator';
import type { Log } from '../log';
import { createPipeline, type Handler } from '../operation/pipeline';
import type { ReadDocument } from '../operation/readDocument';
import type { Incoming } from '../operation/stages';
import { useAudit } from './useAudit';
import { useAuthentication } from './useAuthentication';
import { useDocument } from './useDocument';
import { useEngine } from './useEngine';
import { useErrors } from './useErrors';
import { usePurpose } from './usePurpose';
import { useRequestLog } from './useRequestLog';
import { useSecrecy } from './useSecrecy';

export interface OperationOptions {
  readonly engine: Engine;
  readonly readDocument: (text: string) => ReadDocument;
  readonly authenticate: Authenticator;
  readonly minimumLoa: number;
  readonly audit: AuditLog;
  readonly sign: Signer;
  readonly log: Log;
  readonly now: () => Date;
}

/** What happens to every operation, whichever way it came, in this order. */
export function createOperationHandler(options: OperationOptions): Handler<Incoming> {
  const { engine, readDocument, authenticate, minimumLoa, audit, sign, log, now } = options;
  return (
    createPipeline<Incoming>()
      // Outermost, so that it knows how the operation ended for the client.
      .use(useRequestLog(log, now))
      // Around all that can fail: nothing below it reaches a client unmasked.
      .use(useErrors(log))
      // Before the token is looked at: too large is too large whoever asks, and most documents are remembered.
      .use(useDocument(readDocument))
      // Who: before anything that tells one answer from another.
      .use(useAuthentication(authenticate, minimumLoa))
      // Around the reasons for refusal too: an attempt under a refused purpose leaves its entry.
      .use(useAudit(audit, now))
      // Why: before planning, for what may be seen depends on it.
      .use(usePurpose())
      // What can never be seen in this role for this purpose: before any agency is asked.
      .use(useSecrecy())
      // Now the agencies, each of which decides again for itself.
      .end(useEngine(engine, sign, now))
  );
}
