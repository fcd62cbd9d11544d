import type { Purpose } from '../../protocol/vocabulary';
import type { Grounds } from '../grounds';
import type { Cell, Condition, Facts, Row, Subject } from '../types';
import { isGlassBroken } from './breakGlass';
import { hasConsent } from './consent';
import { hasHandrackning } from './handrackning';
import { servesIdentification } from './identification';
import { hasDecidedInvestigation } from './investigation';
import { servesProtection } from './protection';
import { hasRelation } from './relation';
import { isReporter } from './reporter';

/** What a condition may look at. */
export interface Question {
  readonly row: Row;
  readonly cell: Cell;
  readonly subject: Subject & { readonly purpose: Purpose };
  readonly facts: Facts;
  readonly grounds: Grounds;
  readonly now: Date;
}

/** A condition that opens a row as a whole; the others open what an owner has decided to show of it. */
export type SimpleCondition = Exclude<Condition, 'K' | 'DISCLOSURE'>;

/** The legend of the matrix: each letter and the rule behind it. */
export function isMet(condition: SimpleCondition, question: Question): boolean {
  const { row, cell, subject, facts, grounds, now } = question;
  switch (condition) {
    case 'R':
      return hasRelation(facts);
    case 'I':
      return servesIdentification(subject.purpose, facts, cell.strictFound);
    case 'P':
      return servesProtection(subject.purpose, facts);
    case 'Q':
      return hasDecidedInvestigation(grounds);
    case 'H':
      return hasHandrackning(grounds);
    case 'C':
      return hasConsent(grounds, row.id, now);
    case 'B':
      return isGlassBroken(grounds, row.id, now);
    case 'REPORTER':
      return isReporter(grounds);
  }
}
