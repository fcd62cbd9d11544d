import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A child about whom something may be due, and when to look again. Nothing of what is due stands here. */
@Entity()
@Index('duty_watch_next', ['nextAt'])
export class DutyWatch {
  /** Opaque. */
  @PrimaryColumn('text')
  child!: string;

  /** A hash of the rule of responsibility and whom it named, to see a change; null before the first look. */
  @Column('text', { nullable: true })
  responsible!: string | null;

  @Column('timestamptz')
  nextAt!: Date;

  /** Counts the times it was marked to be looked at, so that a look does not take away a later mark. */
  @Column('integer', { default: 0 })
  marks!: number;

  /** A process is looking; after that moment another may. */
  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  /** The moment of the facts last looked at. */
  @Column('timestamptz', { nullable: true })
  evaluatedAt!: Date | null;
}
