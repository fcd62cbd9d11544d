import { Arg, Ctx, Directive, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { Candidate } from '../../shared/graph/candidates';
import { DateTimeScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';

@Directive('@inaccessible')
@InputType({ description: 'Where and when a child was met (påträffande).' })
export class MeetingInput {
  @Field(() => MunicipalityCodeScalar)
  municipality!: string;

  @Field(() => DateTimeScalar)
  at!: string;
}

/** The root field through which the hub asks how abscondings agree with a meeting. */
@Resolver()
export class AbscondingsResolver {
  @Directive('@inaccessible')
  @Query(() => [Candidate], {
    description: 'For the hub: of children found by others, levels of agreement of their abscondings.',
  })
  municipalityAbscondings(
    @Arg('children', () => [ID]) children: string[],
    @Arg('met', () => MeetingInput) met: MeetingInput,
    @Ctx() context: SubgraphContext,
  ): Promise<unknown> {
    return context.candidates.abscondings(children, met);
  }
}
