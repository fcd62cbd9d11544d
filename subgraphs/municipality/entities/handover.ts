import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { HandoverConsent } from '../preventionWords';
import { ChildRecord } from './childRecord';

/** What is known of risks, handed over from one municipality to the next (överlämning, OSL 26:9). */
@Entity('handover')
@Index('handover_by_child', ['childId'])
@Check(
  'handover_municipalities',
  `from_municipality ~ '^[0-9]{4}$' AND to_municipality ~ '^[0-9]{4}$' AND from_municipality <> to_municipality`,
)
@Check(
  'handover_answer',
  '(answered_on IS NULL) = (accepted IS NULL) AND (transfer_requested OR accepted IS NULL)',
)
@Check(
  'handover_consent',
  `consent IN ('CHILD_AND_GUARDIAN', 'GUARDIAN', 'CHILD', 'NOT_OBTAINED', 'REFUSED')`,
)
export class Handover extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  fromMunicipality!: string;

  @Column('text')
  toMunicipality!: string;

  @Column('timestamptz')
  handedOverAt!: Date;

  @Column('text')
  consent!: HandoverConsent;

  /** The receiving social worker was also rung up. */
  @Column('boolean')
  byPhone!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  handedOverBy!: string;

  /** When the receiving municipality opened its case. */
  @Column('timestamptz', { nullable: true })
  takenOverAt!: Date | null;

  /** The receiving municipality is also asked to take the case over (SoL 29:11). */
  @Column('boolean', { default: false })
  transferRequested!: boolean;

  @Column('date', { nullable: true })
  answeredOn!: string | null;

  @Column('boolean', { nullable: true })
  accepted!: boolean | null;
}
