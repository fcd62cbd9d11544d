import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: what its rules read of this agency’s register.' })
export class MigrationFacts {
  @Field(() => Boolean, { description: 'The child is held here, so it has applied.' })
  registered!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'By the decision on age in force; null without one.' })
  adult!: boolean | null;

  @Field(() => String, { nullable: true })
  birthDate!: string | null;

  @Field(() => String, { nullable: true })
  arrivalMunicipality!: string | null;

  @Field(() => String, { nullable: true })
  assignedMunicipality!: string | null;

  @Field(() => String, { nullable: true })
  assignedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'When it was recorded; null: not known.' })
  assignedAt!: string | null;

  @Field(() => Boolean)
  residencePermit!: boolean;
}

/** The answer about a child who is not in the register. */
export const notRegistered: MigrationFacts = {
  registered: false,
  adult: null,
  birthDate: null,
  arrivalMunicipality: null,
  assignedMunicipality: null,
  assignedOn: null,
  assignedAt: null,
  residencePermit: false,
};
