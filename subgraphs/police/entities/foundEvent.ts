import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Finder } from '../vocabulary';
import { ChildRecord } from './childRecord';

/** A child met by a finder (påträffande). */
@Entity('found_event')
@Index('found_event_by_child', ['childId'])
@Check('found_event_found_in', `found_in ~ '^[0-9]{4}$'`)
@Check('found_event_by', `by IN ('POLICE', 'OUTREACH', 'NGO', 'SOCIAL_SERVICES', 'OTHER')`)
export class FoundEvent extends ChildRecord {
  @PrimaryColumn('text')
  id!: string;

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
}
