import { Check, Column, Entity } from 'typeorm';
import { RegisteredChild } from '../../shared/database/registeredChild';

/** A child for whom a board has, or has had, a guardian. Names and numbers stand in `identity`: none is shown. */
@Entity({ name: 'child' })
@Check('child_adult_decision', 'adult_decision IS NOT NULL OR adult_decided_on IS NULL')
export class Child extends RegisteredChild {
  /** What the register says about the child is to be kept from its guardian; the guardian then has no access. */
  @Column('boolean', { default: false })
  secretFromGuardian!: boolean;

  /** The board's own decision on age, taken for the guardianship alone (JO 6894-2016); null: it has taken none. */
  @Column('boolean', { nullable: true })
  adultDecision!: boolean | null;

  @Column('date', { nullable: true })
  adultDecidedOn!: string | null;
}
