import { acceptedPurposes, concernsPerson } from '../../../../../schema/access/acceptedPurposes';
import { rows } from '../../../../../schema/access/rows';
import { unattested, type Attestation } from '../../../../../schema/protocol/attestation';
import type { Assertion } from '../../../../../schema/protocol/principal';
import type { Purpose, Role } from '../../../../../schema/protocol/vocabulary';
import { roles } from '../../../../../schema/protocol/vocabulary';
import { agencyOf } from '../../../../schema/access/ask';

/** Everyone who may ask about a child at all. */
export const everyone: readonly Assertion[] = roles.flatMap((role) =>
  acceptedPurposes(role)
    .filter(concernsPerson)
    .map((purpose) => assertionOf(role, purpose)),
);

/** What the owners can say about a child, without a decision in the case. */
export const situations: readonly Partial<Attestation>[] = [
  {},
  { identified: true },
  { identified: true, absconding: true },
  { related: true },
  { related: true, absconding: true, released: rows.map(({ id }) => id) },
];

/** What can be decided in a case. */
export const decisions: readonly Partial<Attestation>[] = [
  { investigating: ['0180'] },
  { handrackning: true },
  { grants: [{ via: 'B', rows: rows.map(({ id }) => id), openedAt: '2026-11-21T11:50:00Z' }] },
  {
    fifteen: true,
    grants: [{ via: 'C', by: 'BOTH', rows: rows.map(({ id }) => id), until: null }],
  },
];

export function assertionOf(role: Role, purpose: Purpose): Assertion {
  return {
    operationId: 'op-1',
    operationName: null,
    principal: { id: 'someone', role, agency: agencyOf[role], municipality: '0180', acr: 'loa3' },
    purpose,
    caseReference: 'own-1',
  };
}

export function attest(child: string, facts: Partial<Attestation>): Attestation {
  return { ...unattested(child), adult: false, ...facts };
}
