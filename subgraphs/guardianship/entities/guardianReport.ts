import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import type { Answers } from '../../shared/forms/form';
import type { GuardianReportKind } from '../vocabulary';
import { Child } from './child';

/** What a guardian told the board of a child that had gone, or was back. */
@Entity({ name: 'guardian_report' })
@Index('guardian_report_child', ['childId'])
@Check('guardian_report_kind', "kind IN ('ABSCONDING', 'RETURN')")
export class GuardianReport {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  childId!: string;

  @ManyToOne(() => Child, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'child_id', foreignKeyConstraintName: 'guardian_report_of_child' })
  child!: Relation<Child>;

  @Column('text')
  kind!: GuardianReportKind;

  /** When the child disappeared, or was found or back. */
  @Column('timestamptz')
  happenedAt!: Date;

  @Column('timestamptz')
  receivedAt!: Date;

  @Column('jsonb')
  answers!: Answers;
}
