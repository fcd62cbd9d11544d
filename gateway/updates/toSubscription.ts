import { decodeJwt } from 'jose';
import type { Purposeful } from '../operation/stages';
import type { Subscription } from './subscription';

/** The subscriber of an operation whose token has been verified. */
export function toSubscription({
  principal,
  errand,
  credentials,
  lastEventId,
}: Purposeful): Subscription | null {
  if (!principal || !errand) return null;
  const { id, role, agency, municipality } = principal;
  const token = credentials.authorization?.split(' ').at(-1) ?? '';
  return {
    asker: { id, role, agency, municipality, purpose: errand.purpose, caseReference: errand.caseReference },
    lastEventId: lastEventId ?? null,
    expiresAt: (decodeJwt(token).exp ?? 0) * 1_000,
    cursor: null,
    farewell: null,
  };
}
