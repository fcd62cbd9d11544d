import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { CareReviewKind, CareReviewOutcome } from '../lifecycleWords';
import { ChildRecord } from './childRecord';

/** That it was considered, or examined anew, whether the care is still needed (övervägande, omprövning). */
@Entity('care_review')
@Index('care_review_by_child', ['childId'])
@Check('care_review_kind', `kind IN ('CONSIDERED', 'REEXAMINED')`)
@Check('care_review_outcome', `outcome IN ('CONTINUES', 'CHANGES', 'ENDS')`)
export class CareReview extends ChildRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('date')
  reviewedOn!: string;

  @Column('text')
  kind!: CareReviewKind;

  @Column('text')
  outcome!: CareReviewOutcome;

  /** Null: the municipality’s own system knows. */
  @Column('text', { nullable: true })
  reviewedBy!: string | null;
}
