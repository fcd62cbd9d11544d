import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Answers } from '../../shared/forms/form';
import { ChildRecord } from './childRecord';
import { MissingPersonReport } from './missingPersonReport';

/** What somebody added to a report that was made already (komplettering). */
@Entity('report_supplement')
@Index('report_supplement_by_child', ['childId'])
@Index('report_supplement_by_report', ['reportNumber'])
export class ReportSupplement extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  reportNumber!: string;

  @ManyToOne(() => MissingPersonReport, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'report_number', foreignKeyConstraintName: 'of_report' })
  report!: Relation<MissingPersonReport>;

  @Column('timestamptz')
  supplementedAt!: Date;

  /** As a function, e.g. the guardian. */
  @Column('text')
  supplementedBy!: string;

  @Column('jsonb')
  form!: Answers;
}
