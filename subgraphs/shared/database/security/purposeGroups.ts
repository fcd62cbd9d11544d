import { concernsPerson } from '../../../../schema/access/acceptedPurposes';
import type { Condition } from '../../../../schema/access/types';
import type { Attestation } from '../../../../schema/protocol/attestation';
import { purposes, type Purpose } from '../../../../schema/protocol/vocabulary';

interface PurposeGroup {
  readonly purposes: readonly Purpose[];
  /** The conditions of the access matrix that can be met without a decision in the case. */
  readonly conditions: readonly Condition[];
}

/**
 * Groups of purposes, each with what can open under it: own cases and wards under every purpose, I under those of
 * finding out who a child is, P under protection alone.
 */
export const purposeGroups = {
  own_case: { purposes: purposes.filter(concernsPerson), conditions: ['R'] },
  identification: { purposes: ['IDENTIFICATION', 'PROTECTION'], conditions: ['R', 'I'] },
  protection: { purposes: ['PROTECTION'], conditions: ['R', 'I', 'P'] },
} as const satisfies Readonly<Record<string, PurposeGroup>>;

export type PurposeGroupName = keyof typeof purposeGroups;

export const purposeGroupNames = Object.keys(purposeGroups) as readonly PurposeGroupName[];

/**
 * The group that a call belongs to: as narrow as what was attested leaves it. Whoever asks to protect a child that is
 * neither away nor found reads what identification gives. Null for purposes that concern no person.
 */
export function groupOf(
  purpose: Purpose | null,
  attested: readonly Pick<Attestation, 'identified' | 'related' | 'absconding' | 'found'>[],
): PurposeGroupName | null {
  if (purpose === null || !concernsPerson(purpose)) return null;
  if (purpose !== 'IDENTIFICATION' && purpose !== 'PROTECTION') return 'own_case';
  const known = attested.filter(({ identified, related }) => identified || related);
  if (known.length === 0) return 'own_case';
  const away = known.some(({ absconding, found }) => absconding || found);
  return purpose === 'PROTECTION' && away ? 'protection' : 'identification';
}

/** Whether decisions in the case may open more than purpose and relation do: Q, H, C, B, K and an owner's disclosure. */
export function isDecided(
  attested: readonly Pick<Attestation, 'grants' | 'investigating' | 'handrackning'>[],
): boolean {
  return attested.some(
    ({ grants, investigating, handrackning }) =>
      grants.length > 0 || investigating.length > 0 || handrackning,
  );
}
