import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { HandrackningGround } from '../lifecycleWords';
import type { CareOrderKind } from '../vocabulary';
import { ChildRecord } from './childRecord';

/** A decision on care without consent (omhändertagande eller vård enligt LVU). */
@Entity('care_order')
@Index('care_order_by_child', ['childId'])
@Check('care_order_kind', `kind IN ('LVU_IMMEDIATE', 'LVU', 'NO_IMMEDIATE_CARE')`)
export class CareOrder extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('text')
  kind!: CareOrderKind;

  @Column('timestamptz')
  decidedAt!: Date;

  @Column('timestamptz', { nullable: true })
  executedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  appliedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  grounds!: string | null;

  @Column('timestamptz', { nullable: true })
  handrackningRequestedAt!: Date | null;

  @Column('text', { nullable: true })
  handrackningGround!: HandrackningGround | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
