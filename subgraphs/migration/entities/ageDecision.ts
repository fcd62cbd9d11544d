import { Check, Column, Entity, Index } from 'typeorm';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { AgeAssessmentMethod } from '../vocabulary';
import { ChildPart } from './childPart';
import { isAgency } from './isAgency';

/**
 * A decision on age: the agency's own, or one that another authority took and notified. Authorities may differ, each
 * for its own purpose (JO 6894-2016). An authority's latest decision is the one in force.
 */
@Entity({ name: 'age_decision' })
@Index('age_decision_child', ['childId'])
@Check('age_decision_authority', isAgency('authority'))
@Check(
  'age_decision_method',
  "method IN ('OWN_STATEMENT', 'DOCUMENTS', 'CONVERSATION', 'MEDICAL_EXAMINATION', 'OVERALL')",
)
export class AgeDecision extends ChildPart {
  @Column('text')
  authority!: Agency;

  @Column('boolean')
  adult!: boolean;

  @Column('date')
  decidedOn!: string;

  @Column('text', { nullable: true })
  method!: AgeAssessmentMethod | null;

  /** Applies at once but may be changed with the asylum decision (UtlL 13:17). */
  @Column('boolean', { default: false })
  provisional!: boolean;
}
