import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { RiskArea } from '../vocabulary';
import { AssessmentRecord } from './assessmentRecord';

/** One measure of the plan that follows from an assessment (åtgärd i handlingsplanen). */
@Entity('risk_plan_item')
@Index('risk_plan_item_by_child', ['childId'])
@Index('risk_plan_item_by_assessment', ['assessmentId'])
@Check(
  'risk_plan_item_area',
  `area IN ('RISK_BEHAVIOUR', 'MENTAL_HEALTH', 'ASYLUM_PROCESS_AND_PLACEMENT', 'TRAFFICKING_SUSPICION')`,
)
export class RiskPlanItem extends AssessmentRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('text')
  area!: RiskArea;

  @Column('text')
  measure!: string;

  @Column('text')
  responsible!: string;

  @Column('date', { nullable: true })
  followUpOn!: string | null;
}
