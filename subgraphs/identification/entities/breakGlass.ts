import { Check, Column, Entity, Index } from 'typeorm';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { Asked } from './asked';

/** Somebody opens rows about a child in an emergency; the owners are told at once and a second person reviews it. */
@Entity()
@Index('break_glass_of_asker', ['child', 'principal'])
@Index('break_glass_by_time', ['openedAt', 'id'])
@Index('break_glass_once', ['principal', 'idempotencyKey'], { unique: true })
@Check('break_glass_rows', 'cardinality(rows) > 0')
@Check('break_glass_review', '(reviewed_at IS NULL) = (approved IS NULL)')
export class BreakGlass extends Asked {
  /** Rows of the access matrix. */
  @Column('text', { array: true })
  rows!: string[];

  /** Those who hold them. */
  @Column('text', { array: true })
  owners!: Agency[];

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz')
  openUntil!: Date;

  @Column('timestamptz', { nullable: true })
  reviewedAt!: Date | null;

  @Column('text', { nullable: true })
  reviewedBy!: string | null;

  @Column('boolean', { nullable: true })
  approved!: boolean | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { nullable: true })
  reviewKey!: string | null;

  @Column('text', { nullable: true })
  reviewFingerprint!: string | null;
}
