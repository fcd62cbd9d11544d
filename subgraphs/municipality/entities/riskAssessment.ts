import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ChildRecord } from './childRecord';

/** One assessment of risk and protection (risk- och skyddsbedömning). */
@Entity('risk_assessment')
@Index('risk_assessment_by_child', ['childId'])
export class RiskAssessment extends ChildRecord {
  @PrimaryColumn('text')
  id!: string;

  @Column('date')
  assessedOn!: string;

  @Column('text')
  checklistVersion!: string;

  @Column('boolean', { default: false })
  lifeDanger!: boolean;

  @Column('date', { nullable: true })
  nextFollowUpOn!: string | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
