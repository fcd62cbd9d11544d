import type { Attestation } from '../../../schema/protocol/attestation';
import type { SubgraphContext } from '../../shared/context';
import { attest } from '../agencies/attest';
import { undecided } from '../agencies/undecided';
import { hubError } from '../../../schema/protocol/hubError';

/**
 * What holds about a child who is the caller's own case or ward.
 * @throws NOT_FOUND alike for a child nobody knows and one of another's, AGENCY_UNAVAILABLE
 */
export async function attestOwnChild(context: SubgraphContext, child: string): Promise<Attestation> {
  const attestation = await attest(context, child);
  if (attestation.related) return attestation;
  if (attestation.unavailable.length > 0) {
    throw undecided({ sv: 'Om barnet är ditt', en: 'Whether the child is yours' }, attestation.unavailable);
  }
  throw hubError('NOT_FOUND', {
    sv: 'Inget ärende eller uppdrag hos dig gäller ett barn med den referensen.',
    en: 'No case or ward of yours concerns a child of that reference.',
  });
}
