import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Webhook } from './webhook';

/** An event that an endpoint refused, as it was sent. */
@Entity()
@Index('dead_letter_of_webhook', ['webhookId', 'event'], { unique: true })
export class DeadLetter {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  webhookId!: string;

  @ManyToOne(() => Webhook, { nullable: false })
  @JoinColumn({ name: 'webhook_id', foreignKeyConstraintName: 'of_webhook' })
  webhook!: Relation<Webhook>;

  @Column('text')
  event!: string;

  @Column('text')
  child!: string;

  @Column('text')
  body!: string;

  @Column('text')
  problem!: string;

  @Column('timestamptz')
  laidAsideAt!: Date;

  @Column('boolean', { default: false })
  replayWanted!: boolean;

  @Column('timestamptz', { nullable: true })
  replayedAt!: Date | null;
}
