import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Answers } from '../../shared/forms/form';
import type { MissingReportStatus, ReportOutcome } from '../vocabulary';
import { ChildRecord } from './childRecord';

/** A report of a missing person (anmälan om försvunnen person). */
@Entity('missing_person_report')
@Index('missing_person_report_by_child', ['childId'])
@Check('missing_person_report_status', `status IN ('OPEN', 'CLOSED')`)
@Check('missing_person_report_outcome', `outcome IN ('SOLVED', 'DISCONTINUED', 'NEW_REPORT', 'OTHER')`)
export class MissingPersonReport extends ChildRecord {
  @PrimaryColumn('text')
  reportNumber!: string;

  @Column('timestamptz')
  reportedAt!: Date;

  /** As a function, e.g. the guardian. */
  @Column('text')
  reportedBy!: string;

  @Column('text')
  status!: MissingReportStatus;

  @Column('text', { nullable: true })
  lastSeenPlace!: string | null;

  @Column('timestamptz', { nullable: true })
  lastSeenAt!: Date | null;

  /** The answers to the police's questions (VG, SUN), as the first who reported gave them. */
  @Column('jsonb', { default: {} })
  form!: Answers;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: ReportOutcome | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
