import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { MeetingParticipant } from '../lifecycleWords';
import { AbscondingEpisode } from './abscondingEpisode';
import { ChildRecord } from './childRecord';

/** A meeting of those who look for the child, called by social services (avstämningsmöte, NB). */
@Entity('reconciliation_meeting')
@Index('reconciliation_meeting_by_child', ['childId'])
@Index('reconciliation_meeting_by_episode', ['episodeId'])
export class ReconciliationMeeting extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  episodeId!: string;

  @ManyToOne(() => AbscondingEpisode, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'episode_id', foreignKeyConstraintName: 'meeting_of_episode' })
  episode!: Relation<AbscondingEpisode>;

  @Column('timestamptz')
  heldAt!: Date;

  @Column('text', { array: true })
  participants!: MeetingParticipant[];

  @Column('text')
  outcome!: string;

  @Column('date', { nullable: true })
  nextOn!: string | null;
}
