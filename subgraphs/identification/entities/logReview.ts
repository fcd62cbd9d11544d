import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reviewer's finding on an operation of somebody whose every look is reviewed, once. */
@Entity()
export class LogReview {
  /** As in the audit log. */
  @PrimaryColumn('uuid')
  operationId!: string;

  @Column('timestamptz')
  reviewedAt!: Date;

  @Column('text')
  reviewedBy!: string;

  /** Whether it was found justified. */
  @Column('boolean')
  approved!: boolean;

  @Column('text')
  comment!: string;
}
