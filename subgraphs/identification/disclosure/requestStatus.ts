import type { DisclosureRequest } from '../entities/disclosureRequest';
import { addDays } from '../../shared/time/stockholm';

export type RequestStatus = 'PENDING' | 'GRANTED' | 'PARTLY' | 'REFUSED' | 'REVOKED' | 'EXPIRED';

/** Days after which a request that nobody has decided on is void. */
const waitingDays = 7;

/** Where a request stands at a moment. */
export function statusOf(
  {
    requestedAt,
    decisions,
    validTo,
    revokedAt,
  }: Pick<DisclosureRequest, 'requestedAt' | 'decisions' | 'validTo' | 'revokedAt'>,
  now: Date,
): RequestStatus {
  if (decisions === null) return now < addDays(requestedAt, waitingDays) ? 'PENDING' : 'EXPIRED';
  if (validTo === null) return 'REFUSED';
  if (revokedAt !== null) return 'REVOKED';
  if (now >= validTo) return 'EXPIRED';
  return decisions.every(({ granted }) => granted) ? 'GRANTED' : 'PARTLY';
}
