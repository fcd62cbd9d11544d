import { Check, Column, Entity, Index } from 'typeorm';
import type { AsylumCaseStatus, AsylumDecision } from '../vocabulary';
import { ChildPart } from './childPart';

/** An asylum case. A child may have had several; the one opened last counts. */
@Entity({ name: 'asylum_case' })
@Index('asylum_case_child', ['childId'])
@Check('asylum_case_status', "status IN ('OPEN', 'CLOSED')")
@Check('asylum_case_decision', "decision IN ('PENDING', 'GRANTED', 'REFUSED', 'TRANSFERRED', 'DISCONTINUED')")
@Check('asylum_case_closed', "status = 'CLOSED' OR closed_on IS NULL")
export class AsylumCase extends ChildPart {
  @Column('text')
  status!: AsylumCaseStatus;

  @Column('text')
  decision!: AsylumDecision;

  @Column('date', { nullable: true })
  decidedOn!: string | null;

  @Column('boolean', { default: false })
  appealPending!: boolean;

  /** Entitled to support under the reception act (LMA). */
  @Column('boolean')
  lmaEntitled!: boolean;

  @Column('date')
  openedOn!: string;

  @Column('date', { nullable: true })
  closedOn!: string | null;

  /** The officer's id as in the token, no name: who works with a protected child sees it, colleagues do not. */
  @Column('text', { nullable: true })
  caseOfficer!: string | null;
}
