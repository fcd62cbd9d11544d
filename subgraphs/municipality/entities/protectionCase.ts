import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ChildRecord } from './childRecord';

/** From a concern report to the end of the investigation (orosanmälan, skyddsbedömning, utredning; SoL 19-20). */
@Entity('protection_case')
@Index('protection_case_by_child', ['childId'])
@Check('protection_case_municipality', `municipality ~ '^[0-9]{4}$'`)
export class ProtectionCase extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('text')
  municipality!: string;

  @Column('timestamptz')
  concernReceivedAt!: Date;

  @Column('timestamptz', { nullable: true })
  protectionAssessedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  investigationOpenedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  investigationClosedAt!: Date | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
