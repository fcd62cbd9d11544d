import type { Column } from './columnOf';
import legalBasesJson from './legal-bases.json';
import type { Condition, Row } from './types';
import type { Text } from '../protocol/text';

/** A rule of law as data, so that lawyers can clear, end or replace it without a change of code. */
export interface LegalBasis {
  readonly code: string;
  /**
   * SECRECY keeps a fact secret, RELEASE and DUTY let its owner show it, RULE is law that the hub follows but that
   * opens nothing.
   */
  readonly kind: 'SECRECY' | 'RELEASE' | 'DUTY' | 'RULE';
  readonly title: Text;
  /** Calendar date, Europe/Stockholm; the start of the act where the paragraph's own is not known. */
  readonly validFrom: string;
  /** The last day in force; null while in force. */
  readonly validTo: string | null;
  /** SEEN in consolidated law, LIKELY but for lawyers to clear, or UNKNOWN. */
  readonly certainty: 'SEEN' | 'LIKELY' | 'UNKNOWN';
  /** Who may receive on this basis. @default everybody */
  readonly receivers?: readonly Column[];
  /** The conditions it carries. @default all */
  readonly conditions?: readonly Condition[];
  /** Codes of the secrecy rules that it breaks. @default all */
  readonly breaks?: readonly string[];
  /** It ends for the child on the 18th birthday. @default false */
  readonly minorsOnly?: boolean;
  /** The rule through which a duty breaks secrecy, without which it is void. */
  readonly through?: string;
}

export const legalBases = legalBasesJson as readonly LegalBasis[];

/** @throws if the code is not in legal-bases.json. */
export function findBasis(code: string): LegalBasis {
  const basis = byCode.get(code);
  if (!basis) throw new Error(`No legal basis "${code}" in legal-bases.json.`);
  return basis;
}

/** @param today calendar date, Europe/Stockholm */
export function isInForce(basis: LegalBasis, today: string): boolean {
  const inForce = basis.validFrom <= today && (basis.validTo === null || today <= basis.validTo);
  return inForce && (basis.through === undefined || isInForce(findBasis(basis.through), today));
}

/** The codes on which the row's owner may show it today to that column under that condition; none: it may not. */
export function openingBases(row: Row, column: Column, condition: Condition, today: string): string[] {
  return row.basis.filter((code) => {
    const basis = findBasis(code);
    return (
      (basis.kind === 'RELEASE' || basis.kind === 'DUTY') &&
      (basis.receivers?.includes(column) ?? true) &&
      (basis.conditions?.includes(condition) ?? true) &&
      isInForce(basis, today)
    );
  });
}

const byCode = new Map(legalBases.map((basis) => [basis.code, basis]));
