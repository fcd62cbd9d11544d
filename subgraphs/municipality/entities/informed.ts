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
import type { NoticeContent, NoticeReceiver, NoticeSender, NoticeSubject } from '../lifecycleWords';
import { AbscondingEpisode } from './abscondingEpisode';
import { ChildRecord } from './childRecord';

/** Who told whom what about an absconding or its end, and when (underrättelse). */
@Entity('informed')
@Index('informed_by_child', ['childId'])
@Index('informed_by_episode', ['episodeId'])
@Check('informed_ngo_basis', `receiver <> 'NGO' OR basis IS NOT NULL`)
export class Informed extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  episodeId!: string;

  @ManyToOne(() => AbscondingEpisode, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'episode_id', foreignKeyConstraintName: 'informed_of_episode' })
  episode!: Relation<AbscondingEpisode>;

  @Column('text')
  receiver!: NoticeReceiver;

  @Column('text')
  sender!: NoticeSender;

  @Column('text')
  subject!: NoticeSubject;

  @Column('timestamptz')
  informedAt!: Date;

  @Column('text', { array: true, default: '{}' })
  contents!: NoticeContent[];

  /** Code of the legal basis; private parties are told on one alone (R14). */
  @Column('text', { nullable: true })
  basis!: string | null;
}
