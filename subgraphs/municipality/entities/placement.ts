import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { PlacementType } from '../vocabulary';
import { ChildRecord } from './childRecord';

const types = `'HVB', 'SUPPORTED_HOUSING', 'FOSTER_HOME', 'NETWORK_HOME', 'ARRIVAL_HOME', 'SECURE_HOME', 'PROTECTED_HOUSING', 'OTHER'`;

/** Where a child was placed, from when to when (placering). */
@Entity('placement')
@Index('placement_by_child', ['childId'])
@Check('placement_type', `type IN (${types})`)
@Check('placement_municipalities', `municipality ~ '^[0-9]{4}$' AND placed_by ~ '^[0-9]{4}$'`)
@Check('placement_period', 'until >= since')
export class Placement extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('text')
  type!: PlacementType;

  @Column('text')
  municipality!: string;

  @Column('text')
  placedBy!: string;

  @Column('date')
  since!: string;

  @Column('date', { nullable: true })
  until!: string | null;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
