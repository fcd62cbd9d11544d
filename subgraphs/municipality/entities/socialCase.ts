import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { GuardianOpinion } from '../lifecycleWords';
import type { SocialCaseStatus } from '../vocabulary';
import { ChildRecord } from './childRecord';

/** One municipality's case about a child (ärende hos socialtjänsten). */
@Entity('social_case')
@Index('social_case_by_child', ['childId'])
@Check('social_case_municipality', `municipality ~ '^[0-9]{4}$'`)
@Check('social_case_status', `status IN ('OPEN', 'CLOSED')`)
@Check('social_case_closed_on', `(status = 'CLOSED') = (closed_on IS NOT NULL)`)
@Check('social_case_closed_at', 'closed_at IS NULL OR closed_on IS NOT NULL')
export class SocialCase extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('text')
  municipality!: string;

  @Column('text')
  status!: SocialCaseStatus;

  @Column('date')
  openedOn!: string;

  @Column('date', { nullable: true })
  closedOn!: string | null;

  /** Null while it is open, and for a case that came without an hour. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text')
  caseNumber!: string;

  @Column('text', { nullable: true })
  socialWorkerName!: string | null;

  @Column('text', { nullable: true })
  socialWorkerPhone!: string | null;

  @Column('text', { nullable: true })
  unit!: string | null;

  @Column('date', { nullable: true })
  guardianConsultedOn!: string | null;

  @Column('text', { nullable: true })
  guardianOpinion!: GuardianOpinion | null;

  @Column('text', { nullable: true })
  guardianOpinionNote!: string | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
