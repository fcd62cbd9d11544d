import { Column, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { ChildRecord } from './childRecord';
import { RiskAssessment } from './riskAssessment';

/** What every part of a risk assessment has: which one it belongs to. */
export abstract class AssessmentRecord extends ChildRecord {
  @Column('text')
  assessmentId!: string;

  @ManyToOne(() => RiskAssessment, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'assessment_id', foreignKeyConstraintName: 'of_assessment' })
  assessment!: Relation<RiskAssessment>;
}
