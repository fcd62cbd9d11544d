import type { SubgraphContext } from '../../shared/context';
import { changes } from '../../shared/writing/rows';
import type { DisclosureRequest } from '../entities/disclosureRequest';
import { findToDecide } from './requests';
import { statusOf } from './requestStatus';
import { hubError } from '../../../schema/protocol/hubError';

/**
 * Takes back what was granted, at once; revoked a second time it stays as it was. Whoever may decide may take back.
 * @throws NOT_FOUND alike for a request that is not there and one that is not the caller's to decide
 * @throws CONFLICT when nothing is shown that could be taken back
 */
export async function revokeRequest(
  context: SubgraphContext,
  id: string,
  reason: string,
): Promise<DisclosureRequest> {
  const request = await findToDecide(context, id);
  if (request.revokedAt !== null) return request;
  const status = statusOf(request, context.now);
  if (status !== 'GRANTED' && status !== 'PARTLY') throw nothingShown();
  const revoked = {
    revokedAt: context.now,
    revokedBy: context.assertion.principal.id,
    revocationReason: reason,
  };
  const isFirst = await context.change(async (change) => {
    const written = await changes(
      change,
      `UPDATE disclosure_request SET revoked_at = $2, revoked_by = $3, revocation_reason = $4
       WHERE id = $1 AND revoked_at IS NULL`,
      [id, ...Object.values(revoked)],
    );
    if (written) await change.publish({ type: 'DISCLOSURE_DECIDED', child: request.child });
    return written;
  });
  return isFirst ? { ...request, ...revoked } : findToDecide(context, id);
}

function nothingShown(): Error {
  return hubError('CONFLICT', {
    sv: 'Begäran visar ingenting som kan återkallas: den väntar, är avslagen eller har gått ut.',
    en: 'The request shows nothing that could be taken back: it waits, was refused or has run out.',
  });
}
