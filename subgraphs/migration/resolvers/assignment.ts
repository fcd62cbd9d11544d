import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../shared/graph/scalars';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { versionOptions } from '../../shared/writing/assertVersion';
import { AssignmentGroundEnum, type AssignmentGround } from '../vocabulary';

@ObjectType({ description: 'An assignment to a municipality (anvisning).' })
export class Assignment {
  @Field(() => DateScalar, { nullable: true, description: 'The day of the assignment (anvisningsdatum).' })
  assignedOn!: string | null;

  @Field(() => AssignmentGroundEnum, { nullable: true, description: 'Why this municipality (grund).' })
  ground!: AssignmentGround | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it ended (slutdatum).' })
  endedOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'In force (gällande).' })
  current!: boolean | null;

  @Field(() => Int, versionOptions)
  version!: number | null;
}

@Resolver(() => Assignment)
export class AssignmentResolver {
  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'The assigned municipality (anvisningskommun).',
  })
  municipality(@Root() assignment: { municipality: string | null }): Municipality | null {
    return toMunicipality(assignment.municipality);
  }
}
