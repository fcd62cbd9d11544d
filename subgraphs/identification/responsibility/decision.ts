import type { Text } from '../../../schema/protocol/text';

/** In the order in which the rules are tried. */
export const responsibilityRules = [
  'UNIDENTIFIED',
  'ADULT',
  'RESIDENCE_PERMIT',
  'PLACED_ELSEWHERE',
  'ARRIVAL_CASE_OPEN',
  'UNASSIGNED_CASE_CLOSED',
  'ASSIGNED_CASE_OPEN',
  'ASSIGNED_CASE_CLOSED',
  'NEVER_APPLIED',
] as const;
export type ResponsibilityRule = (typeof responsibilityRules)[number];

/** Codes of the legal bases that the rules cite; their texts and validity are data (schema/access/legal-bases.json). */
export type LegalBasisCode =
  'SOL_29_4' | 'SOL_29_2' | 'SOL_19_1' | 'SOL_18_2' | 'LMA_2' | 'LMA_3' | 'UTLL_13_17';

/** Who is responsible for a child found in a municipality at a moment (R21). */
export interface ResponsibilityDecision {
  rule: ResponsibilityRule;
  authority: 'MUNICIPALITY' | 'MIGRATION_AGENCY';
  /** SCB's code; null when the authority is not a municipality, or is the unknown place of finding. */
  municipality: string | null;
  /** Who acts on acute needs until the responsible one takes over; null when that is the same municipality. */
  interim: string | null;
  basis: LegalBasisCode[];
  explanation: Text;
}
