import { Check, Column, Entity, Index } from 'typeorm';
import type { AssignmentGround } from '../vocabulary';
import { ChildPart } from './childPart';

/** An assignment to a municipality (anvisning, LMA 3 §). At most one per child is in force. */
@Entity({ name: 'assignment' })
@Index('assignment_child', ['childId'])
@Index('assignment_in_force', ['childId'], { unique: true, where: 'ended_on IS NULL' })
@Check('assignment_municipality', "municipality ~ '^[0-9]{4}$'")
@Check(
  'assignment_ground',
  "ground IN ('RESETTLEMENT', 'NEAR_RELATIVE', 'NEXT_IN_TURN', 'EARLIER_CONNECTION')",
)
@Check('assignment_days', 'ended_on >= assigned_on')
export class Assignment extends ChildPart {
  @Column('text')
  municipality!: string;

  @Column('date')
  assignedOn!: string;

  @Column('text')
  ground!: AssignmentGround;

  @Column('date', { nullable: true })
  endedOn!: string | null;

  /** Null: it came from the agency's own system. */
  @Column('timestamptz', { nullable: true })
  recordedAt!: Date | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
