import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: 'For the hub: what its rules read of the boards’ register.' })
export class GuardianshipFacts {
  @Field(() => Boolean, { description: 'The child is held here.' })
  registered!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'By the board’s own decision on age; null without one.',
  })
  adult!: boolean | null;

  @Field(() => Boolean, { description: 'A guardianship is in force today.' })
  hasGuardian!: boolean;
}

/** The answer about a child who is not in the register. */
export const notRegistered: GuardianshipFacts = { registered: false, adult: null, hasGuardian: false };
