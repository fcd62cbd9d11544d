import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * That somebody identified a child for a purpose and a case, so that they may come back to it within that case. Holds
 * the opaque reference only; rows are void after a time and then removed.
 */
@Entity()
@Index('identification_of_child', ['child', 'principal', 'purpose', 'caseReference'])
export class Identification {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  child!: string;

  @Column('text')
  principal!: string;

  @Column('text')
  role!: string;

  @Column('text', { nullable: true })
  agency!: string | null;

  @Column('text', { nullable: true })
  municipality!: string | null;

  @Column('text')
  purpose!: string;

  @Column('text')
  caseReference!: string;

  @Column('timestamptz')
  identifiedAt!: Date;
}
