import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { hubResources } from '../hubResources';

/**
 * Runs a statement on the gateway's audit log, as a role that can only read it.
 * @throws AUDIT_UNAVAILABLE
 */
export async function readAuditLog<Row extends object>(
  context: SubgraphContext,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { audit } = hubResources(context);
  if (!audit) throw unavailable();
  return audit.query<Row>(sql, parameters).catch((cause: unknown) => {
    throw unavailable(cause);
  });
}

function unavailable(cause?: unknown): Error {
  const error = hubError('AUDIT_UNAVAILABLE', {
    sv: 'Loggen går inte att läsa just nu. Försök igen om en stund.',
    en: 'The log cannot be read now. Try again shortly.',
  });
  error.cause = cause;
  return error;
}
