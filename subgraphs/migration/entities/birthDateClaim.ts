import { Check, Column, Entity, Index } from 'typeorm';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { ClaimKind } from '../vocabulary';
import { ChildPart } from './childPart';
import { isAgency } from './isAgency';

/** A claim about the birth beside the date now registered: a day, a year, or an age said on a day. */
@Entity({ name: 'birth_date_claim' })
@Index('birth_date_claim_child', ['childId'])
@Check('birth_date_claim_stated_by', isAgency('stated_by'))
@Check('birth_date_claim_kind', "kind IN ('REGISTERED', 'STATED')")
@Check('birth_date_claim_some_value', 'num_nonnulls(date, year, stated_age) > 0')
export class BirthDateClaim extends ChildPart {
  @Column('date', { nullable: true })
  date!: string | null;

  @Column('integer', { nullable: true })
  year!: number | null;

  @Column('text')
  kind!: ClaimKind;

  @Column('integer', { nullable: true })
  statedAge!: number | null;

  @Column('text', { nullable: true })
  statedBy!: Agency | null;

  /** The day it was said; without it a stated age says nothing. */
  @Column('date', { nullable: true })
  statedOn!: string | null;
}
