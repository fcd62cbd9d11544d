import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { BreakGlass } from './breakGlass';

/** Tells an agency that its rows about a child were opened without its decision. */
@Entity()
@Index('owner_notice_by_owner', ['owner', 'noticedAt', 'id'])
export class OwnerNotice {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  owner!: Agency;

  @Column('text')
  breakGlassId!: string;

  @ManyToOne(() => BreakGlass, { nullable: false })
  @JoinColumn({ name: 'break_glass_id', foreignKeyConstraintName: 'of_break_glass' })
  breakGlass!: Relation<BreakGlass>;

  @Column('timestamptz')
  noticedAt!: Date;
}
