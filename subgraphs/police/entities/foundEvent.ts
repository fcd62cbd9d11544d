import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Answers } from '../../shared/forms/form';
import type { Finder } from '../vocabulary';
import { Child } from './child';

/** A child met by a finder (påträffande); it may not be known who it is. */
@Entity('found_event')
@Index('found_event_by_child', ['childId'])
@Check('found_event_found_in', `found_in ~ '^[0-9]{4}$'`)
@Check('found_event_by', `by IN ('POLICE', 'OUTREACH', 'NGO', 'SOCIAL_SERVICES', 'OTHER')`)
export class FoundEvent {
  @PrimaryColumn('text')
  id!: string;

  /** Null: nobody knows yet who it is, and no reader sees the event. */
  @Column('text', { nullable: true })
  childId!: string | null;

  @ManyToOne(() => Child, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'child_id', foreignKeyConstraintName: 'of_child' })
  child!: Relation<Child> | null;

  /** The municipality of finding. */
  @Column('text')
  foundIn!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  by!: Finder;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { nullable: true })
  condition!: string | null;

  @Column('boolean')
  identityKnown!: boolean;

  /** What the finder asked and noted (STH). */
  @Column('jsonb', { default: {} })
  note!: Answers;

  /** The finder's `sub` in the token: who may say later which child it was. */
  @Column('text', { nullable: true })
  recordedBy!: string | null;
}
