import type { ChildFacts } from '../facts';
import type { ResponsibilityDecision, ResponsibilityRule } from './decision';

/** The agencies whose facts a rule reads, by their place in `ChildFacts`. */
export type FactHolder = Exclude<keyof ChildFacts, 'takenOn' | 'duties'>;

/** The facts of those agencies, all of them answered. */
export type Answered<Holder extends FactHolder> = { [H in Holder]: NonNullable<ChildFacts[H]> };

export interface Circumstances {
  /** False while nobody knows who the child is: then there are no facts. */
  identified: boolean;
  /** The municipality of finding (vistelsekommun). */
  foundIn: string | null;
  at: Date;
}

/** What a rule says; the rule's own code and the interim municipality follow from it. */
export type Finding = Pick<ResponsibilityDecision, 'authority' | 'municipality' | 'basis' | 'explanation'>;

/** One line of R21: a finding when the rule applies, else null. Pure. */
export interface Rule<Holder extends FactHolder = FactHolder> {
  rule: ResponsibilityRule;
  reads: readonly Holder[];
  decide(facts: Answered<Holder>, circumstances: Circumstances): Finding | null;
}
