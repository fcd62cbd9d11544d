import { Check, Column, Entity, Index } from 'typeorm';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { Asked } from './asked';

/** One field of a request, and what its owner decided. */
export interface Decision {
  /** Schema coordinate. */
  readonly field: string;
  readonly granted: boolean;
  /** Code of the legal basis, or of the secrecy rule that stands against it. */
  readonly basis: string;
  readonly reason: string;
}

/** Somebody asks the owner of fields about a child to be shown them (begäran om utlämnande). */
@Entity()
@Index('disclosure_request_of_asker', ['child', 'principal'])
@Index('disclosure_request_by_owner', ['owner', 'requestedAt', 'id'])
@Index('disclosure_request_once', ['principal', 'idempotencyKey'], { unique: true })
@Check('disclosure_request_revoked', 'revoked_at IS NULL OR valid_to IS NOT NULL')
export class DisclosureRequest extends Asked {
  @Column('text')
  owner!: Agency;

  /** Schema coordinates. */
  @Column('text', { array: true })
  fields!: string[];

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('jsonb', { nullable: true })
  decisions!: Decision[] | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decidedBy!: string | null;

  /** Until when what was granted is shown; null when nothing was. */
  @Column('timestamptz', { nullable: true })
  validTo!: Date | null;

  @Column('text', { nullable: true })
  decisionKey!: string | null;

  @Column('text', { nullable: true })
  decisionFingerprint!: string | null;

  /** From then on nothing of it is shown. */
  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('text', { nullable: true })
  revokedBy!: string | null;

  @Column('text', { nullable: true })
  revocationReason!: string | null;
}
