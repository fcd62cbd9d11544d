import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A sign that somebody may be fishing for children, for the reviewer of that person's agency. */
@Entity()
@Unique('UQ_fishing_alarm_once', ['once'])
@Index('fishing_alarm_of_unit', ['agency', 'municipality', 'id'])
export class FishingAlarm {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** BUDGET_SPENT, REPEATED_LOOKUP, VARYING_NAMES. */
  @Column('text')
  kind!: string;

  @Column('timestamptz')
  raisedAt!: Date;

  @Column('text')
  principal!: string;

  @Column('text')
  role!: string;

  @Column('text')
  agency!: string;

  @Column('text', { nullable: true })
  municipality!: string | null;

  @Column('text')
  purpose!: string;

  /** Of budgets.json. */
  @Column('text', { nullable: true })
  budget!: string | null;

  @Column('text', { nullable: true })
  child!: string | null;

  @Column('integer', { nullable: true })
  times!: number | null;

  /** The same alarm is raised once. */
  @Column('text')
  once!: string;
}
