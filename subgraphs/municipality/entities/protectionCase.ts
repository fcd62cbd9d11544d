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
import type { ConcernOutcome } from '../preventionWords';
import { ChildRecord } from './childRecord';
import { Concern } from './concern';

/** From a concern report to the end of the investigation (orosanmälan, skyddsbedömning, utredning; SoL 19-20). */
@Entity('protection_case')
@Index('protection_case_by_child', ['childId'])
@Index('protection_case_once', ['concernId'], { unique: true })
@Check('protection_case_decision', `decision IN ('OPENED', 'NOT_OPENED', 'ALREADY_ONGOING')`)
@Check('protection_case_decided', '(decision IS NULL) = (decided_at IS NULL)')
@Check('protection_case_told', 'reporter_told_at IS NULL OR decision IS NOT NULL')
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

  /** The report that came in through the hub; null: the municipality's own system knows it. */
  @Column('text', { nullable: true })
  concernId!: string | null;

  @ManyToOne(() => Concern, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'concern_id', foreignKeyConstraintName: 'protection_case_of_concern' })
  concern!: Relation<Concern> | null;

  /** On whether to investigate (SoL 20:2); null: not taken through the hub. */
  @Column('text', { nullable: true })
  decision!: ConcernOutcome | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** When whoever reported was told what it came to (SoL 19:6). */
  @Column('timestamptz', { nullable: true })
  reporterToldAt!: Date | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
