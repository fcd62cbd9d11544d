import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ConsentGiver } from '../../../schema/protocol/attestation';
import type { Agency, Role } from '../../../schema/protocol/vocabulary';

/** That a child or its guardian lets an agency see rows of the access matrix (samtycke, OSL 10:1 and 12:3). */
@Entity()
@Index('consent_of_child', ['child', 'toAgency'])
@Index('consent_by_time', ['child', 'recordedAt', 'id'])
@Index('consent_once', ['principal', 'idempotencyKey'], { unique: true })
@Check('consent_given_by', `given_by IN ('CHILD', 'GUARDIAN', 'BOTH')`)
@Check('consent_rows', 'cardinality(rows) > 0')
export class Consent {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  child!: string;

  @Column('text')
  givenBy!: ConsentGiver;

  /** Whether the child was fifteen or older when it was recorded; null: not known. */
  @Column('boolean', { nullable: true })
  fifteen!: boolean | null;

  @Column('text', { array: true })
  rows!: string[];

  @Column('text')
  toAgency!: Agency;

  /** One municipality's social services are not another's (OSL 8:1). */
  @Column('text', { nullable: true })
  toMunicipality!: string | null;

  @Column('date')
  givenOn!: string;

  @Column('timestamptz', { nullable: true })
  validTo!: Date | null;

  /** Who recorded it. */
  @Column('text')
  principal!: string;

  @Column('text')
  role!: Role;

  @Column('text')
  caseReference!: string;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { nullable: true })
  withdrawnBy!: string | null;

  @Column('text', { nullable: true })
  idempotencyKey!: string | null;

  @Column('text')
  fingerprint!: string;
}
