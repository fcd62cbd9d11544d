import type { SubgraphContext } from '../../shared/context';
import type { Attempt } from '../../shared/writing/once';
import type { Asked } from '../entities/asked';

/** Who asks, why and in which case, as it is kept with what they ask for. */
export function askedBy(
  { assertion }: SubgraphContext,
  { key, fingerprint }: Attempt,
): Omit<Asked, 'id' | 'child' | 'reason'> {
  const { principal, purpose, caseReference } = assertion;
  if (purpose === null || caseReference === null) throw new Error('a change has a purpose and a case');
  const { id, role, agency, municipality } = principal;
  return {
    principal: id,
    role,
    agency,
    municipality,
    purpose,
    caseReference,
    idempotencyKey: key,
    fingerprint,
  };
}

/** The columns of `Asked`. */
export const askedColumns = [
  'id',
  'child',
  'principal',
  'role',
  'agency',
  'municipality',
  'purpose',
  'caseReference',
  'reason',
  'idempotencyKey',
  'fingerprint',
] as const;
