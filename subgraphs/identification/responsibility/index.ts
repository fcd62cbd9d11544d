import { agencyOfSubgraph, type Agency } from '../../../schema/protocol/vocabulary';
import type { ChildFacts, Undecidable } from '../facts';
import type { ResponsibilityDecision } from './decision';
import type { Answered, Circumstances, FactHolder, Finding, Rule } from './rule';
import { adult } from './rules/adult';
import { arrivalCaseOpen } from './rules/arrivalCaseOpen';
import { assignedCaseClosed } from './rules/assignedCaseClosed';
import { assignedCaseOpen } from './rules/assignedCaseOpen';
import { neverApplied } from './rules/neverApplied';
import { placedElsewhere } from './rules/placedElsewhere';
import { residencePermit } from './rules/residencePermit';
import { unassignedCaseClosed } from './rules/unassignedCaseClosed';
import { unidentified } from './rules/unidentified';

export { responsibilityRules } from './decision';
export type { ResponsibilityDecision } from './decision';
export { contactsOf } from './contacts';
export { stepsOf } from './steps';

/** R21 in order: the first rule that applies decides. */
export const rules: readonly Rule[] = [
  unidentified, // nobody can look up a child that nobody has named: the place of finding acts (SoL 29:4)
  adult, // no rule about children holds from the 18th birthday, or once the Migration Agency has decided so
  residencePermit, // a permit ends the reception system, and with it arrival and assignment
  placedElsewhere, // a placement binds the municipality that made it, whatever came before (SoL 29:2)
  arrivalCaseOpen, // not assigned yet: the municipality of arrival still has the case
  unassignedCaseClosed, // not assigned, and nobody has the case: the Migration Agency must assign
  assignedCaseOpen, // assigned: that municipality, wherever the child is found
  assignedCaseClosed, // assigned once, case closed: the Migration Agency assigns anew
  neverApplied, // no asylum application, so nobody was ever assigned: the place of finding acts
];

/**
 * Who is responsible for a child found in a municipality at a moment (R21), or the agencies that must answer first.
 * A rule is passed by only when the facts say that it does not apply; an agency that no remaining rule reads (police,
 * guardianship board) never stands in the way.
 */
export function decideResponsibility(
  facts: ChildFacts | 'UNIDENTIFIED',
  foundIn: string | null,
  at: Date,
): ResponsibilityDecision | Undecidable {
  const identified = facts !== 'UNIDENTIFIED';
  const known = identified ? facts : nothing;
  const circumstances: Circumstances = { identified, foundIn, at };
  for (const [position, rule] of rules.entries()) {
    if (!hasAnswered(known, rule.reads)) return { undecidable: silentAgencies(known, rules.slice(position)) };
    const finding = rule.decide(known, circumstances);
    if (finding) return toDecision(rule, finding, foundIn);
  }
  throw new Error(
    'No rule of responsibility applied: an identified child has applied for asylum or has not.',
  );
}

const nothing: ChildFacts = { migration: null, municipality: null, police: null, guardianship: null };

function hasAnswered(facts: ChildFacts, holders: readonly FactHolder[]): facts is Answered<FactHolder> {
  return holders.every((holder) => facts[holder] !== null && facts[holder] !== undefined);
}

/** Every silent agency that a remaining rule reads, so that the caller learns at once whom to wait for. */
function silentAgencies(facts: ChildFacts, remaining: readonly Rule[]): Agency[] {
  const holders = new Set(remaining.flatMap((rule) => rule.reads));
  return [...holders]
    .filter((holder) => !hasAnswered(facts, [holder]))
    .map((holder) => agencyOfSubgraph[holder]);
}

function toDecision(rule: Rule, finding: Finding, foundIn: string | null): ResponsibilityDecision {
  const interim = foundIn === finding.municipality ? null : foundIn;
  // Acute needs are met where the child is, whoever is responsible (SoL 29:4).
  const basis = new Set(interim === null ? finding.basis : [...finding.basis, 'SOL_29_4' as const]);
  return { rule: rule.rule, ...finding, interim, basis: [...basis] };
}
