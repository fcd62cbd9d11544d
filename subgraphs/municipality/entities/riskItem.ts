import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AssessmentRecord } from './assessmentRecord';

/** One item of the checklist, ticked or not (punkt i checklistan). */
@Entity('risk_item')
@Index('risk_item_by_child', ['childId'])
@Index('risk_item_by_assessment', ['assessmentId'])
export class RiskItem extends AssessmentRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('boolean')
  present!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;
}
