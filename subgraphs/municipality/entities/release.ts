import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { ChildRecord } from './childRecord';

/**
 * A completed secrecy test (sekretessprövning): what the municipality has itself released to an agency. OSL 26:1 has
 * no general clause, so police and Migration Agency see nothing here without one.
 */
@Entity('release')
@Index('release_by_child', ['childId'])
@Index('release_once', ['releasedBy', 'idempotencyKey'], { unique: true })
@Check('release_rows', 'cardinality(rows) > 0')
export class Release extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('text')
  toAgency!: Agency;

  /** Rows of the access matrix. */
  @Column('text', { array: true })
  rows!: string[];

  /** Code of the legal basis. */
  @Column('text')
  basis!: string;

  @Column('timestamptz')
  releasedAt!: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;

  @Column('text')
  releasedBy!: string;

  /** Whose officer released it; null for what came from a municipality's own system. */
  @Column('text', { nullable: true })
  municipality!: string | null;

  @Column('text', { nullable: true })
  caseReference!: string | null;

  /** From then on it opens nothing. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { nullable: true })
  withdrawnBy!: string | null;

  @Column('text', { nullable: true })
  idempotencyKey!: string | null;

  @Column('text', { nullable: true })
  fingerprint!: string | null;
}
