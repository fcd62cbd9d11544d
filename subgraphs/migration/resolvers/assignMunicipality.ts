import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { DateScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readPastDate } from '../../shared/writing/readPastDate';
import { AssignmentGroundEnum, type AssignmentGround } from '../vocabulary';
import { assign, type StoredAssignment } from '../writing/assign';
import { Assignment } from './assignment';

@InputType({ description: 'Which municipality takes over the child (anvisning).' })
export class AssignMunicipalityInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => MunicipalityCodeScalar, { description: 'The municipality (anvisningskommun).' })
  municipality!: string;

  @Field(() => AssignmentGroundEnum, { description: 'Why this one (grund).' })
  ground!: AssignmentGround;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the assignment. Default: today (anvisningsdatum).',
  })
  assignedOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the assignment in force that the caller has read, 0 for none; when it is another one by now: CONFLICT (förväntad version).',
  })
  expectedVersion?: number | null;
}

@Resolver()
export class AssignMunicipalityResolver {
  @Mutation(() => Assignment, {
    description:
      'Assigns the child to a municipality; the assignment in force ends the same day. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT when it is assigned there already, or to another than the caller has read (anvisa kommun).',
  })
  assignMunicipality(
    @Arg('input', () => AssignMunicipalityInput) input: AssignMunicipalityInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredAssignment> {
    assertOpenTo(context, 'Mutation.assignMunicipality');
    const { child, municipality, ground, expectedVersion = null } = input;
    const assignedOn = readPastDate(input.assignedOn, 'assignedOn', context.now);
    const given = { child, municipality, ground, assignedOn, expectedVersion };
    return assign(context, given, readAttempt(key, input));
  }
}
