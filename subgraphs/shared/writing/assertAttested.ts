import { hubError } from '../../../schema/protocol/hubError';
import type { Attestation } from '../../../schema/protocol/attestation';
import type { SubgraphContext } from '../context';

/**
 * What the hub attested about the child before this change (`attested` in schema/access/fields.json).
 * @throws NOT_FOUND alike for a child nobody knows and one the caller may not be told of
 */
export function assertAttested(
  { decisions }: Pick<SubgraphContext, 'decisions'>,
  child: string,
): Attestation {
  const attestation = decisions.attestation(child);
  if (attestation) return attestation;
  throw hubError('NOT_FOUND', {
    sv: 'Inget barn med den referensen är ditt, eller har identifierats av dig i det här ärendet. Identifiera barnet först (identify).',
    en: 'No child of that reference is yours, or has been identified by you in this case. Identify the child first (identify).',
  });
}
