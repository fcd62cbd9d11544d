import { readExpiry } from '../identity/readExpiry';
import type { Purposeful } from '../operation/stages';
import type { Subscription } from './subscription';

/** The subscriber of an operation whose token has been verified. */
export function toSubscription({
  principal,
  errand,
  credentials,
  lastEventId,
  slow,
}: Purposeful): Subscription | null {
  if (!principal || !errand) return null;
  const { id, role, agency, municipality } = principal;
  return {
    asker: { id, role, agency, municipality, purpose: errand.purpose, caseReference: errand.caseReference },
    lastEventId: lastEventId ?? null,
    expiresAt: readExpiry(credentials.authorization),
    slow,
    cursor: null,
    farewell: null,
  };
}
