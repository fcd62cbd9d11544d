import { Check, Column, Entity, Index } from 'typeorm';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { NameKind } from '../vocabulary';
import { ChildPart } from './childPart';
import { isAgency } from './isAgency';

/** One way the child has been named, in any script. Nothing is overwritten: a new name is a new claim. */
@Entity({ name: 'name_claim' })
@Index('name_claim_child', ['childId'])
@Check('name_claim_stated_by', isAgency('stated_by'))
@Check('name_claim_kind', "kind IN ('REGISTERED', 'STATED', 'ALIAS')")
@Check('name_claim_some_name', 'num_nonnulls(given, family, full_name) > 0')
export class NameClaim extends ChildPart {
  @Column('text', { nullable: true })
  given!: string | null;

  @Column('text', { nullable: true })
  family!: string | null;

  /** The whole name, when nobody can say which part is which. */
  @Column('text', { nullable: true })
  fullName!: string | null;

  @Column('text')
  kind!: NameKind;

  @Column('text', { nullable: true })
  statedBy!: Agency | null;

  @Column('date', { nullable: true })
  statedOn!: string | null;
}
