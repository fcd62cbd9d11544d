import { Check, Column, Entity, Index } from 'typeorm';
import type { AsylumCaseStatus, AsylumDecision, ClosingReason } from '../vocabulary';
import { ChildPart } from './childPart';

/** An asylum case. A child may have had several; the one opened last counts. */
@Entity({ name: 'asylum_case' })
@Index('asylum_case_child', ['childId'])
@Check('asylum_case_status', "status IN ('OPEN', 'CLOSED')")
@Check('asylum_case_decision', "decision IN ('PENDING', 'GRANTED', 'REFUSED', 'TRANSFERRED', 'DISCONTINUED')")
@Check('asylum_case_closed', "status = 'CLOSED' OR closed_on IS NULL")
@Check(
  'asylum_case_closing_reason',
  "closing_reason IN ('ABSCONDED', 'DECIDED', 'WITHDRAWN', 'LEFT_COUNTRY', 'OTHER')",
)
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

  @Column('text', { nullable: true })
  closingReason!: ClosingReason | null;

  /** When the guardian said whether the child can be reached, before a case was closed as absconded. */
  @Column('date', { nullable: true })
  guardianAskedOn!: string | null;

  /** The officer's id as in the token, no name: who works with a protected child sees it, colleagues do not. */
  @Column('text', { nullable: true })
  caseOfficer!: string | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
