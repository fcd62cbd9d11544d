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
import type { GuardianshipEndReason, GuardianshipKind } from '../vocabulary';
import { Child } from './child';

/** An appointment of someone to act for the child. It is in force until the day it ends. */
@Entity({ name: 'guardianship' })
@Index('guardianship_child', ['childId'])
@Index('guardianship_in_force', ['childId'], { unique: true, where: 'ended_on IS NULL' })
@Check('guardianship_kind', "kind IN ('GOD_MAN', 'PROVISIONAL', 'REPRESENTATIVE', 'SFV')")
@Check('guardianship_board_municipality', "board_municipality ~ '^[0-9]{4}$'")
@Check('guardianship_days', 'ended_on >= appointed_on')
@Check(
  'guardianship_end_reason',
  `end_reason IN ('TURNED_18', 'AGE_DECISION', 'PARENT_ARRIVED', 'CUSTODIAN_APPOINTED',
  'CHANGE_OF_GUARDIAN', 'LEFT_COUNTRY', 'DECEASED', 'OTHER')`,
)
@Check('guardianship_ended_for_reason', 'ended_on IS NOT NULL OR end_reason IS NULL')
export class Guardianship {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  childId!: string;

  @ManyToOne(() => Child, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'child_id', foreignKeyConstraintName: 'guardianship_of_child' })
  child!: Relation<Child>;

  @Column('text')
  kind!: GuardianshipKind;

  @Column('text')
  boardMunicipality!: string;

  /** A telephone or mailbox of the board's, no person; null: through the municipality's switchboard. */
  @Column('text', { nullable: true })
  boardContact!: string | null;

  /** The guardian's `sub` in the token. */
  @Column('text')
  guardianPrincipal!: string;

  @Column('text')
  guardianName!: string;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('date')
  appointedOn!: string;

  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('text', { nullable: true })
  endReason!: GuardianshipEndReason | null;

  /** When a specially appointed custodian was petitioned for (lag 2005:429 10 §). */
  @Column('date', { nullable: true })
  petitionForCustodianOn!: string | null;

  /** The board watches the case of a child that is gone (bevakning, VG); null: it does not. */
  @Column('date', { nullable: true })
  watchedSince!: string | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
