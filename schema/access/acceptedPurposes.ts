import type { Purpose, refusedPurposes, Role } from '../protocol/vocabulary';
import type { Text } from '../protocol/text';
import purposes from './purposes.json';

type RefusedPurpose = (typeof refusedPurposes)[number];

/** A purpose that agencies have but the hub never serves, and the rule that says why. */
export interface PurposeRefusal {
  readonly purpose: RefusedPurpose;
  readonly basis: string;
  readonly reason: Text;
}

/** The purposes under which a role may ask. */
export function acceptedPurposes(role: Role): readonly Purpose[] {
  return accepted[role];
}

export function acceptsPurpose(role: Role, purpose: Purpose): boolean {
  return accepted[role].includes(purpose);
}

/** Why the hub refuses the purpose; null if it is not one of those refused by name. */
export function findRefusal(purpose: string): PurposeRefusal | null {
  return refused.find((refusal) => refusal.purpose === purpose) ?? null;
}

/** Counting and auditing never open a fact about a child. */
export function concernsPerson(purpose: Purpose): boolean {
  return purpose !== 'STATISTICS' && purpose !== 'AUDIT';
}

export const refused = purposes.refused as readonly PurposeRefusal[];

const accepted = purposes.accepted as Readonly<Record<Role, readonly Purpose[]>>;
