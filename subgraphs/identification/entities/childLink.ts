import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Agency, Role } from '../../../schema/protocol/vocabulary';
import type { LinkEvidence } from '../links/vocabulary';

/**
 * That an officer found two references to be one child, or found afterwards that they are not. Opaque references,
 * who, when, why: nothing of what any agency holds. A pair has one row for ever, so that a broken link stays broken.
 */
@Entity()
@Index('child_link_pair', ['one', 'other'], { unique: true })
@Index('child_link_other', ['other'])
@Check('child_link_evidence', 'cardinality(evidence) > 0')
@Check('child_link_broken', '(unlinked_at IS NULL) = (unlink_reason IS NULL)')
export class ChildLink {
  @PrimaryColumn('text')
  id!: string;

  /** The lesser of the two references. */
  @Column('text')
  one!: string;

  @Column('text')
  other!: string;

  @Column('text')
  reason!: string;

  @Column('text', { array: true })
  evidence!: LinkEvidence[];

  @Column('text')
  linkedBy!: string;

  @Column('text')
  role!: Role;

  @Column('text')
  agency!: Agency;

  @Column('text', { nullable: true })
  municipality!: string | null;

  @Column('text')
  caseReference!: string;

  @Column('timestamptz')
  linkedAt!: Date;

  @Column('text', { nullable: true })
  unlinkReason!: string | null;

  @Column('text', { nullable: true })
  unlinkedBy!: string | null;

  @Column('text', { nullable: true })
  unlinkCaseReference!: string | null;

  @Column('timestamptz', { nullable: true })
  unlinkedAt!: Date | null;
}
